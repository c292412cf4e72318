package jp.tenkyo.quickstart.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.quickstart.city.CityYear;
import jp.tenkyo.quickstart.city.Turn;
import jp.tenkyo.quickstart.city.YearSettings;
import jp.tenkyo.quickstart.city.YearTruth;
import org.junit.jupiter.api.Test;

/** Every invariant sees what breaks it, and nothing else. */
class YearCheckTest {

    private static final YearTruth TRUTH =
            CityYear.generate(YearSettings.whole(300, 12246, 2026)).truth();

    @Test
    void all_holds_where_all_went_by_the_rules() {
        assertThat(broken(right())).isEmpty();
    }

    @Test
    void a_revoked_certificate_that_is_good_again_is_seen() {
        var year = right();
        var one = firstEnding(CertificateState.REVOKED);
        year.status(one, one.turns().getFirst(), one.turns().size() + 1);
        assertThat(broken(year)).contains("an ended certificate stays ended");
    }

    @Test
    void a_version_that_jumps_is_seen() {
        var year = right();
        var one = firstEnding(CertificateState.GOOD);
        year.status(one, one.turns().getLast(), 7);
        assertThat(broken(year)).contains("a certificate's version begins with 1 and rises by one");
    }

    @Test
    void an_input_without_an_outcome_is_seen_and_so_is_one_with_two() {
        var some = TRUTH.inputs().keySet().iterator().next();
        var without = empty().outcomes(id -> !id.equals(some), Outcome.ACCEPTED);
        assertThat(broken(without)).contains("every input has one outcome, each time that it is sent");
        var two = right();
        two.outcome(some, Outcome.UNCHANGED);
        assertThat(broken(two)).containsExactly("every input has one outcome, each time that it is sent");
    }

    @Test
    void a_change_that_did_not_revoke_is_seen() {
        var year = empty().statuses(turn -> turn.state() != CertificateState.REVOKED)
                .outcomes(_ -> true, Outcome.ACCEPTED)
                .reminders(_ -> true);
        assertThat(broken(year))
                .containsExactly(
                        "no signing certificate is good after a recorded change that concerns it",
                        "every change that must revoke did, on its day and for its reason, and no other did");
    }

    @Test
    void a_revocation_for_which_there_was_no_ground_is_seen() {
        var year = right();
        var one = firstEnding(CertificateState.GOOD);
        var turn = one.turns().getLast();
        year.status(
                one,
                new Turn(turn.on().plusDays(1), CertificateState.REVOKED, turn.reason(), "nothing"),
                one.turns().size() + 1);
        assertThat(broken(year))
                .containsExactly("every change that must revoke did, on its day and for its reason, and no other did");
    }

    @Test
    void a_reminder_that_is_missing_or_comes_twice_or_on_another_day_is_seen() {
        var sentence = "every reminder is planned once for each certificate and stage, on its day";
        var some = TRUTH.reminders().findFirst().orElseThrow();
        var missing = empty().statuses(_ -> true)
                .outcomes(_ -> true, Outcome.ACCEPTED)
                .reminders(one -> !one.equals(some));
        assertThat(broken(missing)).containsExactly(sentence);
        var twice = right();
        twice.reminder(some, some.dueOn(), "holder-2");
        assertThat(broken(twice)).containsExactly(sentence);
        var late = right();
        late.reminder(some, some.dueOn().plusDays(1), "holder-3");
        assertThat(broken(late)).contains(sentence);
    }

    @Test
    void a_mail_after_death_is_seen() {
        var year = right();
        var holder = TRUTH.deaths().keySet().iterator().next();
        year.delivery(holder + "/CARD/EXPIRED/2026-01-01", holder, RightYear.WRITTEN.plus(Duration.ofSeconds(1)));
        assertThat(broken(year)).containsExactly("nobody is told or mailed anything after the death is recorded");
    }

    @Test
    void a_mail_that_comes_twice_is_seen() {
        var found = new YearCheck(TRUTH, right().facts()).all(List.of("<one@test>", "<one@test>"));
        assertThat(found.stream().filter(one -> !one.holds()))
                .extracting(Invariant::sentence)
                .containsExactly("every notice is settled, and none was mailed twice");
    }

    @Test
    void a_rejected_input_is_seen() {
        var year = empty().statuses(_ -> true)
                .outcomes(_ -> true, Outcome.REJECTED)
                .reminders(_ -> true);
        assertThat(broken(year))
                .containsExactly("no input is rejected, no validity differs from the rule's, nothing is unreadable");
    }

    private static RightYear right() {
        return empty().statuses(_ -> true).outcomes(_ -> true, Outcome.ACCEPTED).reminders(_ -> true);
    }

    private static RightYear empty() {
        return new RightYear(TRUTH);
    }

    private static List<String> broken(RightYear year) {
        return new YearCheck(TRUTH, year.facts())
                .all(List.of()).stream()
                        .filter(one -> !one.holds())
                        .map(Invariant::sentence)
                        .toList();
    }

    private static YearTruth.OfCertificate firstEnding(CertificateState state) {
        return TRUTH.certificates()
                .filter(one -> one.turns().getLast().state() == state)
                .findFirst()
                .orElseThrow();
    }
}
