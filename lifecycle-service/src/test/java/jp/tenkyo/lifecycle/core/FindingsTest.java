package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;

import org.junit.jupiter.api.Test;

/** What a person should look at when a certificate is registered; none of it refuses anything (rule book 2.1). */
class FindingsTest {

    private final Story story = Story.begin();

    @Test
    void a_first_issue_by_the_rule_has_none() {
        story.when(authentication("a")).thenFindings(new Finding[0]);
        story.when(signing("s")).thenFindings(new Finding[0]);
    }

    @Test
    void issued_while_the_former_is_valid() {
        story.given(authentication("a"))
                .when(authentication("b").made("2026-04-01").until("2031-02-17"))
                .thenFindings(Finding.Code.ISSUED_WHILE_VALID)
                .then("a", "REVOKED superseded v2")
                .then("b", "GOOD v1");
    }

    @Test
    void issued_after_the_former_ended_or_was_put_on_hold() {
        story.given(authentication("a"))
                .when(Ground.CARD_LOST, "a")
                .when(authentication("b").made("2026-04-01").until("2031-02-17"))
                .thenFindings(new Finding[0])
                .when(Ground.HOLDER_REQUEST, "b")
                .when(authentication("c").made("2026-04-02").until("2031-02-17"))
                .thenFindings(new Finding[0]);
    }

    @Test
    void a_valid_one_of_the_other_kind_or_carrier_is_none_of_its_business() {
        story.given(authentication("a"), authentication("p").onPhone())
                .when(signing("s"))
                .thenFindings(new Finding[0]);
    }

    @Test
    void nothing_to_renew() {
        story.when(authentication("a").renewed()).thenFindings(Finding.Code.NOTHING_TO_RENEW);
    }

    @Test
    void nothing_to_renew_once_the_former_has_expired() {
        story.given(authentication("a").until("2030-02-17"))
                .at("2030-02-18T10:00")
                .when(authentication("b").renewed().made("2030-02-18").until("2035-02-17"))
                .thenFindings(Finding.Code.NOTHING_TO_RENEW);
    }

    @Test
    void a_renewal_in_its_window_has_none() {
        story.given(authentication("a").until("2030-02-17"))
                .at("2030-02-01T10:00")
                .when(authentication("b").renewed().made("2030-02-01").until("2035-02-17"))
                .thenFindings(new Finding[0])
                .then("a", "REVOKED superseded v2");
    }

    @Test
    void under_15_for_signing_alone() {
        var dayBefore = signing("s").born("2011-04-02").made("2026-04-01").until("2030-04-02");
        Story.begin().when(dayBefore).thenFindings(Finding.Code.UNDER_15).then("s", "GOOD v1");
        Story.begin()
                .when(signing("s").born("2011-04-01").made("2026-04-01").until("2031-04-01"))
                .thenFindings(new Finding[0]);
        Story.begin()
                .when(authentication("a").born("2020-04-02").made("2026-04-01").until("2030-04-02"))
                .thenFindings(new Finding[0]);
    }

    @Test
    void already_expired() {
        story.when(authentication("a").made("2020-10-27").until("2025-02-17"))
                .thenFindings(Finding.Code.ALREADY_EXPIRED)
                .thenOutcome(Decision.Accepted.class, OutcomeCode.REGISTERED_AND_EXPIRED)
                .then("a", "EXPIRED v2");
    }

    @Test
    void several_at_once() {
        story.when(signing("a").renewed().born("1950-00-00").made("2019-10-27").until("2025-02-17"))
                .thenFindings(
                        Finding.Code.NOTHING_TO_RENEW,
                        Finding.Code.ALREADY_EXPIRED,
                        Finding.Code.DATE_OF_BIRTH_NEEDS_DECISION);
    }
}
