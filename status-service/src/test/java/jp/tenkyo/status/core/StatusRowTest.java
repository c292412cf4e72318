package jp.tenkyo.status.core;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenkyo.status.Rows;
import org.junit.jupiter.api.Test;

class StatusRowTest {

    private static final CertificateId ID = Rows.id("1");

    @Test
    void a_certificate_is_valid_through_its_last_second_and_expired_from_the_next() {
        assertThat(Rows.good(ID, 1).at(Rows.NOT_AFTER)).isEqualTo(Rows.good(ID, 1));
        assertThat(Rows.good(ID, 1).at(Rows.NOT_AFTER.plusMillis(999))).isEqualTo(Rows.good(ID, 1));
        assertThat(Rows.good(ID, 1).at(Rows.NOT_AFTER.plusSeconds(1))).isEqualTo(Rows.expired(ID, 1));
    }

    @Test
    void one_on_hold_expires_and_a_revoked_one_does_not() {
        var later = Rows.NOT_AFTER.plusSeconds(1);

        assertThat(Rows.hold(ID, 2).at(later)).isEqualTo(Rows.expired(ID, 2));
        assertThat(Rows.revoked(ID, 2).at(later)).isEqualTo(Rows.revoked(ID, 2));
    }
}
