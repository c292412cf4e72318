package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A CA's compromised key ends every certificate of that CA generation (rule book 2.2), known by key (7). */
class IssuerKeysTest {

    private static final String KEY = Story.id("any").issuerKeyId();
    private static final String OTHER_KEY = "cd".repeat(20);

    private final Story story = Story.begin();

    @Test
    void every_certificate_of_a_compromised_key_ends() {
        story.given(signing("card-s"), authentication("card-a"))
                .when(compromised(KEY))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REVOKED)
                .then("card-s", "REVOKED cACompromise v2")
                .then("card-a", "REVOKED cACompromise v2")
                .thenRevokedAt("card-s", "2026-04-10T10:00");
        assertThat(story.decision().rules()).containsExactly("2.2/CA_KEY_COMPROMISED");
    }

    @Test
    void a_certificate_of_another_generation_stays() {
        story.given(signing("card-s"))
                .when(compromised(OTHER_KEY))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.NOTHING_TO_END)
                .then("card-s", "GOOD v1");
    }

    @Test
    void a_second_look_at_the_same_holder_changes_nothing() {
        story.given(signing("card-s"))
                .when(compromised(KEY))
                .when(compromised(KEY))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.NOTHING_TO_END)
                .then("card-s", "REVOKED cACompromise v2");
    }

    @Test
    void a_phones_certificate_of_another_generation_ends_with_the_cards_on_which_it_rests() {
        story.given(signing("card-s").made("2026-03-01"))
                .when(by(OTHER_KEY, signing("phone-s").onPhone().made("2026-03-02"), IssuerStanding.TRUSTED))
                .when(compromised(KEY));

        assertThat(Story.state(ofOtherKey("phone-s"))).isEqualTo("REVOKED cACompromise v2");
        assertThat(story.decision().rules()).containsExactly("2.2/CA_KEY_COMPROMISED", "2.2/CASCADE");
    }

    @Test
    void one_on_hold_ends_as_of_its_hold() {
        story.given(signing("card-s"))
                .when(Ground.CARD_LOST, "card-s")
                .at("2026-04-12T10:00")
                .when(compromised(KEY))
                .then("card-s", "REVOKED cACompromise v3")
                .thenRevokedAt("card-s", "2026-04-10T10:00");
    }

    @Test
    void one_that_has_ended_keeps_its_reason() {
        story.given(signing("card-s"))
                .when(Ground.HOLDER_REQUEST, "card-s")
                .when(compromised(KEY))
                .then("card-s", "REVOKED cessationOfOperation v2");
    }

    @Test
    void what_was_due_by_then_is_decided_before() {
        story.given(signing("old").made("2021-03-01").until("2026-04-15"), authentication("card-a"))
                .at("2026-04-16T00:00")
                .when(compromised(KEY))
                .then("old", "EXPIRED v2")
                .then("card-a", "REVOKED cACompromise v2");
    }

    @Test
    void one_registered_later_is_registered_and_revoked_at_once() {
        story.when(late(signing("card-s")))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED_AND_REVOKED)
                .then("card-s", "REVOKED cACompromise v2");
        assertThat(story.decision().rules()).containsExactly("2.1/REGISTERING", "2.2/CA_KEY_COMPROMISED");
    }

    @Test
    void one_registered_after_its_expiry_is_expired() {
        story.when(late(signing("old").made("2021-03-01").until("2026-03-15")))
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED_AND_EXPIRED)
                .then("old", "EXPIRED v2");
    }

    @Test
    void one_registered_later_still_supersedes_the_earlier_one() {
        story.when(by(OTHER_KEY, signing("old").made("2025-03-01"), IssuerStanding.TRUSTED))
                .when(late(signing("new").made("2026-03-01").renewed()))
                .then("new", "REVOKED cACompromise v2")
                .thenPlanned("CARD ISSUER_COMPROMISED 2026-04-10 new");

        assertThat(Story.state(ofOtherKey("old"))).isEqualTo("REVOKED superseded v2");
    }

    @Test
    void the_compromised_key_is_the_reason_although_a_change_concerns_it_too() {
        story.when(because(ChangeReason.MOVED_WITHIN_MUNICIPALITY).number(2))
                .when(late(signing("card-s").number(1)))
                .then("card-s", "REVOKED cACompromise v2");
    }

    @Test
    void one_registered_for_the_phone_on_such_a_card_certificate_ends_at_once() {
        story.when(late(signing("card-s").made("2026-03-01")))
                .when(by(OTHER_KEY, signing("phone-s").onPhone().made("2026-03-02"), IssuerStanding.TRUSTED));

        assertThat(Story.state(ofOtherKey("phone-s"))).isEqualTo("REVOKED cACompromise v2");
    }

    @Test
    void the_holder_is_told_once_for_each_carrier() {
        story.given(
                        signing("card-s").made("2026-03-01"),
                        authentication("card-a").made("2026-03-01"),
                        authentication("phone-a").onPhone().made("2026-03-02"))
                .when(compromised(KEY))
                .thenPlanned(
                        "CARD ISSUER_COMPROMISED 2026-04-10 card-s card-a",
                        "PHONE ISSUER_COMPROMISED 2026-04-10 phone-a");
        assertThat(story.decision().rules()).containsExactly("2.2/CA_KEY_COMPROMISED");
    }

    @Test
    void nobody_is_told_after_a_death() {
        story.when(because(ChangeReason.DIED)).when(late(signing("card-s"))).thenPlanned();
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, ISSUER_UNKNOWN", "NOT_FOR_KIND, ISSUER_NOT_FOR_KIND"})
    void a_certificate_by_a_key_that_is_not_an_issuers_of_its_kind_is_refused(
            IssuerStanding standing, OutcomeCode code) {
        story.when(by(KEY, signing("card-s"), standing)).thenOutcome(Decision.Rejected.class, code);

        assertThat(story.holder().certificates()).isEmpty();
    }

    @Test
    void a_repeat_of_one_that_is_registered_stays_a_repeat_whatever_its_issuer_is_now() {
        story.given(signing("card-s"))
                .when(by(KEY, signing("card-s"), IssuerStanding.UNKNOWN))
                .thenOutcome(Decision.Unchanged.class, OutcomeCode.ALREADY_REGISTERED);
    }

    @Test
    void the_first_report_is_accepted_and_a_further_one_unchanged() {
        var report = new IssuerCompromise("request-1", KEY);

        assertThat(IssuerKeys.decide(report, false))
                .isEqualTo(new Decision.Accepted(
                        OutcomeCode.ISSUER_COMPROMISED, List.of("2.2/CA_KEY_COMPROMISED"), List.of(), List.of()));
        assertThat(IssuerKeys.decide(report, true))
                .isEqualTo(new Decision.Unchanged(
                        OutcomeCode.ALREADY_COMPROMISED, List.of("2.2/CA_KEY_COMPROMISED"), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', " + "abababababababababababababababababababab, REQUEST_ID_INVALID",
        "r-1, abab, ISSUER_KEY_ID_INVALID"
    })
    void a_report_of_wrong_form_is_refused(String requestId, String issuerKeyId, OutcomeCode code) {
        assertThat(IssuerKeys.decide(new IssuerCompromise(requestId, issuerKeyId), false))
                .isEqualTo(new Decision.Rejected(code, List.of("8/FORM"), List.of()));
    }

    private static Command compromised(String issuerKeyId) {
        return new Command.EndIssuer(issuerKeyId);
    }

    private static Command late(Made made) {
        return by(KEY, made, IssuerStanding.COMPROMISED);
    }

    private static Command by(String issuerKeyId, Made made, IssuerStanding standing) {
        var one = made.registration();
        return new Command.RegisterCertificate(
                new Registration(
                        one.requestId(),
                        one.holderId(),
                        one.municipality(),
                        one.type(),
                        one.carrier(),
                        one.kind(),
                        new CertificateId(issuerKeyId, one.certificateId().serial()),
                        one.notBefore(),
                        one.notAfter(),
                        one.dateOfBirth(),
                        one.cardExpiresOn(),
                        one.recordNumber()),
                standing);
    }

    private Certificate ofOtherKey(String name) {
        return story.holder()
                .certificate(new CertificateId(OTHER_KEY, Story.id(name).serial()))
                .orElseThrow();
    }
}
