package jp.tenkyo.quickstart.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.quickstart.city.City;
import jp.tenkyo.quickstart.city.CitySettings;
import jp.tenkyo.quickstart.city.Expected;
import jp.tenkyo.quickstart.city.Truth;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Truth TRUTH = City.generate(CitySettings.of(400, 12246, LocalDate.of(2026, 11, 22))
                    .withRemindersAt(RightFacts.AT.plusSeconds(60)))
            .truth();

    private final RightFacts right = new RightFacts(TRUTH);

    @Test
    void what_the_truth_asks_for_passes() {
        assertThat(right.compared(TRUTH).differences()).isEmpty();
        assertThat(right.compared(TRUTH).passed()).isTrue();
    }

    @Test
    void one_certificate_with_another_reason_fails_and_names_its_row() {
        var revoked = certificate(one -> one.reason() == RevocationReason.affiliationChanged);
        right.facts.see(
                RightFacts.status(revoked.certificateId(), CertificateState.REVOKED, RevocationReason.superseded, 3));
        assertThat(failing()).singleElement().satisfies(difference -> {
            assertThat(difference.aspect()).isEqualTo(Aspect.CERTIFICATES);
            assertThat(difference.because()).contains("chitose-20261122-");
        });
    }

    @Test
    void one_of_the_bulk_correction_revoked_fails_twice() {
        var renumbered = certificate(one -> TRUTH.renumbered().contains(one.holderId()));
        right.facts.see(RightFacts.status(
                renumbered.certificateId(), CertificateState.REVOKED, RevocationReason.affiliationChanged, 2));
        assertThat(failing())
                .extracting(Difference::aspect)
                .containsExactlyInAnyOrder(Aspect.CERTIFICATES, Aspect.RENUMBERED);
    }

    @Test
    void a_version_left_out_fails() {
        var good = certificate(one -> one.status() == CertificateState.GOOD);
        right.facts.see(RightFacts.status(good.certificateId(), CertificateState.GOOD, null, 3));
        assertThat(failing()).extracting(Difference::aspect).containsExactly(Aspect.VERSIONS);
    }

    @Test
    void an_input_decided_twice_fails() {
        var input = TRUTH.inputs().findFirst().orElseThrow();
        right.facts.see(RightFacts.decided(input.inputId(), Outcome.ACCEPTED, "ANY", Set.of()));
        assertThat(failing()).extracting(Difference::aspect).containsExactly(Aspect.INPUTS);
    }

    @Test
    void a_refused_row_that_reaches_a_topic_fails() {
        right.facts.see(RightFacts.decided(right.refused.iterator().next(), Outcome.ACCEPTED, "ANY", Set.of()));
        assertThat(failing()).extracting(Difference::aspect).containsExactly(Aspect.REFUSED);
    }

    @Test
    void a_wrong_row_that_was_taken_fails() {
        right.refused.remove(right.refused.iterator().next());
        assertThat(failing()).extracting(Difference::aspect).containsExactly(Aspect.REFUSED);
    }

    @Test
    void a_notice_to_somebody_who_died_fails() {
        var dead = TRUTH.deaths().keySet().iterator().next();
        right.plan("late", dead, Carrier.CARD, NoticeStage.ONE_WEEK_LEFT, List.of());
        right.deliver("late", dead, DeliveryOutcome.WITHDRAWN);
        assertThat(failing()).extracting(Difference::aspect).containsExactly(Aspect.DEATHS);
    }

    @Test
    void a_mail_sent_again_fails() {
        right.mails.add(right.mails.getFirst());
        assertThat(failing()).extracting(Difference::aspect).containsExactlyInAnyOrder(Aspect.MAILS, Aspect.MAILS);
    }

    @Test
    void a_notice_that_nobody_asked_for_fails() {
        right.plan("stray", "h-stray", Carrier.CARD, NoticeStage.RENEWED, List.of());
        right.deliver("stray", "h-stray", DeliveryOutcome.NO_CONTACT_POINT);
        assertThat(failing()).extracting(Difference::aspect).containsExactly(Aspect.NOTICES);
    }

    @Test
    void a_notice_without_an_outcome_fails() {
        var notice = TRUTH.notices().filter(one -> one.max() == 2).findFirst().orElseThrow();
        right.plan("silent", notice.holderId(), notice.carrier(), notice.stage(), List.of());
        assertThat(failing()).extracting(Difference::aspect).containsExactly(Aspect.DELIVERIES);
    }

    @Test
    void a_dead_letter_fails() {
        right.facts.seeDeadLetter("resident-changes-dlq", "MISROUTED");
        assertThat(failing()).extracting(Difference::aspect).containsExactly(Aspect.DEAD_LETTERS);
    }

    @Test
    void a_great_many_differences_are_counted_and_a_few_kept() {
        var empty = new Comparison(TRUTH, new Facts(), Set.of(), List.of()).summary();
        assertThat(empty.passed()).isFalse();
        assertThat(empty.differences()).hasSizeLessThan(20 * Aspect.values().length);
        assertThat(empty.tallies())
                .hasEntrySatisfying(
                        Aspect.CERTIFICATES,
                        tally -> assertThat(tally.differences()).isGreaterThan(400));
    }

    private List<Difference> failing() {
        var summary = right.compared(TRUTH);
        assertThat(summary.passed()).isFalse();
        return summary.differences();
    }

    private static Expected.OfCertificate certificate(Predicate<Expected.OfCertificate> which) {
        return TRUTH.certificates().filter(which).findFirst().orElseThrow();
    }
}
