package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left to a person is listed until a person decides or the certificate ends (rule book 3). */
class QuestionsTest {

    private static final Finding.Code FINDING = Finding.Code.DATE_OF_BIRTH_NEEDS_DECISION;

    private final Story story = Story.begin();

    @ParameterizedTest
    @ValueSource(strings = {"1950-00-00", "1950-02-30", "0000-00-00", "1949-13-01"})
    void a_date_of_birth_that_is_no_date_leaves_a_decision_to_a_person(String born) {
        story.given(signing("s").born(born));
        assertThat(story.latestEvents()).contains(new Event.DecisionNeeded(Story.id("s"), FINDING, "3/DATE_OF_BIRTH"));
        assertThat(open()).containsExactly(Story.id("s"));
    }

    @Test
    void a_calendar_date_leaves_none() {
        story.given(signing("s").born("1980-02-29"));
        assertThat(story.holder().questions()).isEmpty();
    }

    @Test
    void a_certificate_that_is_dead_when_registered_leaves_none() {
        story.when(because(ChangeReason.DIED)).given(signing("s").born("1950-00-00"));
        assertThat(story.holder().questions()).isEmpty();
        story.thenFindings(FINDING);
    }

    @Test
    void a_registration_sent_again_does_not_ask_again() {
        story.given(signing("s").born("1950-00-00"), signing("s").born("1950-00-00"));
        assertThat(story.latestEvents()).isEmpty();
    }

    @Test
    void a_persons_decision_settles_it_once() {
        story.given(signing("s").born("1950-00-00"))
                .when(taken("s", FINDING.name()))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.DECISION_SETTLED);
        assertThat(open()).isEmpty();
        assertThat(story.latestEvents())
                .containsExactly(new Event.DecisionSettled(Story.id("s"), FINDING, "2.1/DECISION_TAKEN"));

        story.when(taken("s", FINDING.name()))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.DECISION_ALREADY_SETTLED)
                .then("s", "GOOD v1");
    }

    @Test
    void what_nobody_has_asked_cannot_be_decided() {
        story.given(signing("s").born("1980-02-17"))
                .when(taken("s", FINDING.name()))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.NO_SUCH_DECISION)
                .when(taken("s", "UNHEARD_OF"))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.NO_SUCH_DECISION)
                .when(taken("nobody", FINDING.name()))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.NO_SUCH_DECISION);
    }

    @Test
    void a_revocation_leaves_nothing_to_decide() {
        story.given(signing("s").born("1950-00-00")).when(Ground.HOLDER_REQUEST, "s");
        assertThat(story.latestEvents())
                .contains(new Event.DecisionSettled(Story.id("s"), FINDING, "2.1/DECISION_OBSOLETE"));
        assertThat(open()).isEmpty();
        story.when(taken("s", FINDING.name())).thenOutcome(Decision.Unchanged.class, OutcomeCode.ALREADY_ENDED);
    }

    @Test
    void nor_does_the_expiry() {
        story.given(signing("s").born("1950-00-00")).whenTimePassesTo("2030-02-18T00:00");
        assertThat(open()).isEmpty();
    }

    @Test
    void a_hold_is_no_end() {
        story.given(signing("s").born("1950-00-00")).when(Ground.CARD_LOST, "s");
        assertThat(open()).containsExactly(Story.id("s"));
    }

    @Test
    void one_that_is_superseded_gives_way_to_the_question_of_its_successor() {
        story.given(
                signing("old").born("1950-00-00"),
                signing("new").made("2026-03-01").born("1950-00-00"));
        assertThat(open()).containsExactly(Story.id("new"));
    }

    @Test
    void the_form_of_a_decision_is_checked() {
        story.when(new Command.TakeDecision(
                        new DecisionTaken("r", Story.HOLDER, Changed.CHITOSE, Story.id("s"), "no code")))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.FINDING_INVALID)
                .when(new Command.TakeDecision(
                        new DecisionTaken("r", Story.HOLDER, "1", new CertificateId("x", ""), "NEEDS_DECISION")))
                .thenOutcome(Decision.Rejected.class, OutcomeCode.MUNICIPALITY_INVALID);
    }

    private List<CertificateId> open() {
        return story.holder().questions().stream()
                .filter(Question::open)
                .map(Question::certificateId)
                .toList();
    }

    private static Command taken(String certificate, String finding) {
        return new Command.TakeDecision(
                new DecisionTaken("request-taken", Story.HOLDER, Changed.CHITOSE, Story.id(certificate), finding));
    }
}
