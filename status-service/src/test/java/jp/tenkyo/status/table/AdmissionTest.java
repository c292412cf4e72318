package jp.tenkyo.status.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.contract.Reading;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final CertificateId ID = Rows.id("1");

    @Test
    void the_first_record_is_taken_whatever_its_version() {
        assertThat(Admission.of(Entry.NOTHING, understood(Rows.hold(ID, 5))))
                .isEqualTo(new Admission.Taken(Rows.hold(ID, 5)));
    }

    @Test
    void a_higher_version_is_taken_also_past_a_gap_that_compaction_left() {
        assertThat(after(Rows.good(ID, 1), Rows.revoked(ID, 4))).isEqualTo(new Admission.Taken(Rows.revoked(ID, 4)));
        assertThat(after(Rows.hold(ID, 2), Rows.good(ID, 3))).isEqualTo(new Admission.Taken(Rows.good(ID, 3)));
    }

    @Test
    void a_version_that_goes_back_is_refused_and_raises_doubt_only_if_it_says_revoked() {
        assertThat(after(Rows.good(ID, 3), Rows.hold(ID, 2))).isEqualTo(refused(Anomaly.Kind.WENT_BACK, false));
        assertThat(after(Rows.good(ID, 3), Rows.revoked(ID, 2))).isEqualTo(refused(Anomaly.Kind.WENT_BACK, true));
    }

    @Test
    void a_repeat_changes_nothing_and_a_version_with_two_contents_raises_doubt() {
        assertThat(after(Rows.good(ID, 3), Rows.good(ID, 3))).isEqualTo(refused(Anomaly.Kind.REPEATED, false));
        assertThat(after(Rows.good(ID, 3), Rows.revoked(ID, 3))).isEqualTo(refused(Anomaly.Kind.CONFLICTING, true));
    }

    @Test
    void nothing_reinstates_a_certificate() {
        assertThat(after(Rows.revoked(ID, 2), Rows.good(ID, 3))).isEqualTo(refused(Anomaly.Kind.REINSTATED, false));
        assertThat(after(Rows.expired(ID, 2), Rows.good(ID, 3))).isEqualTo(refused(Anomaly.Kind.REINSTATED, false));
        assertThat(after(Rows.revoked(ID, 2), Rows.expired(ID, 3))).isEqualTo(refused(Anomaly.Kind.REINSTATED, false));
    }

    @Test
    void what_cannot_be_read_raises_doubt() {
        var unreadable = new Reading.Unreadable(Optional.of(ID), DeadLetterCause.UNKNOWN_SYMBOL);

        assertThat(Admission.of(Entry.of(Rows.good(ID, 1)), unreadable))
                .isEqualTo(refused(Anomaly.Kind.UNREADABLE, true));
    }

    @Test
    void doubt_touches_all_but_a_revoked_certificate() {
        assertThat(Entry.of(Rows.good(ID, 1)).doubted()).isEqualTo(new Entry(Rows.good(ID, 1), true));
        assertThat(Entry.NOTHING.doubted()).isEqualTo(new Entry(null, true));
        assertThat(Entry.of(Rows.revoked(ID, 1)).doubted()).isEqualTo(Entry.of(Rows.revoked(ID, 1)));
    }

    private static Admission after(StatusRow known, StatusRow next) {
        return Admission.of(Entry.of(known), understood(next));
    }

    private static Reading understood(StatusRow row) {
        return new Reading.Understood(row);
    }

    private static Admission refused(Anomaly.Kind kind, boolean doubt) {
        return new Admission.Refused(kind, doubt);
    }
}
