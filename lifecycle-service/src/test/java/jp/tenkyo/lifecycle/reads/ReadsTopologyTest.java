package jp.tenkyo.lifecycle.reads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.Cause;
import jp.tenkyo.avro.CauseKind;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateExpired;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistered;
import jp.tenkyo.avro.CertificateRevoked;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.Finding;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadsTopologyTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant NOT_BEFORE = Instant.parse("2025-10-27T00:00:00Z");
    private static final Instant NOT_AFTER = Instant.parse("2030-02-17T14:59:59Z");
    private static final String ID = "abcdef0123456789abcdef0123456789abcdef01:a1";
    private static final String HOLDER = "h-1";

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private ReadsDriver reads;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        reads = new ReadsDriver(folder, NOW);
    }

    @AfterEach
    void stop() {
        reads.close();
    }

    @Test
    void the_latest_status_of_a_certificate_is_kept_and_an_older_one_passed_over() {
        status(CertificateState.REVOKED, 2);
        status(CertificateState.GOOD, 1);

        assertThat(reads.certificate(ID))
                .isEqualTo(new CertificateView(
                        ID,
                        "SIGNING",
                        "CARD",
                        "REVOKED",
                        "affiliationChanged",
                        NOW,
                        NOT_BEFORE,
                        NOT_AFTER,
                        "012246",
                        2));
    }

    @Test
    void a_certificate_is_expired_from_the_second_after_notAfter_without_a_tick() {
        var good = CertificateView.of(statusOf(CertificateState.GOOD, 1));

        assertThat(good.at(NOT_AFTER).status()).isEqualTo("GOOD");
        assertThat(good.at(NOT_AFTER.plusMillis(999)).status()).isEqualTo("GOOD");
        assertThat(good.at(NOT_AFTER.plusSeconds(1)).status()).isEqualTo("EXPIRED");
        assertThat(CertificateView.of(statusOf(CertificateState.REVOKED, 2))
                        .at(NOT_AFTER.plusSeconds(1))
                        .status())
                .isEqualTo("REVOKED");
    }

    @Test
    void an_input_with_its_effects_is_one_step_of_the_timeline() {
        reads.take(registered("r-1", NOW));
        reads.take(decided("r-1", NOW, "REGISTERED"));
        reads.take(revoked("e-1", NOW.plusSeconds(5)));
        reads.take(decided("e-1", NOW.plusSeconds(5), "REVOKED"));
        reads.take(expired(NOW.plusSeconds(9)));

        assertThat(reads.timeline(HOLDER))
                .extracting(
                        TimelineStep::recordedAt,
                        TimelineStep::cause,
                        step -> step.input() == null ? null : step.input().inputId(),
                        TimelineStep::code,
                        step -> step.events().stream()
                                .map(TimelineStep.Happened::type)
                                .toList())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                NOW, "INPUT", "r-1", "REGISTERED", List.of("CertificateRegistered")),
                        org.assertj.core.groups.Tuple.tuple(
                                NOW.plusSeconds(5), "INPUT", "e-1", "REVOKED", List.of("CertificateRevoked")),
                        org.assertj.core.groups.Tuple.tuple(
                                NOW.plusSeconds(9), "DUE", null, null, List.of("CertificateExpired")));
        var step = reads.timeline(HOLDER).get(1);
        assertThat(step.rules()).containsExactly("2.1/MOVED_OUT", "8/OUTCOME");
        assertThat(step.findings()).containsExactly(new TimelineStep.Finding("UNDER_15", null, null));
        assertThat(step.input()).isEqualTo(new TimelineStep.Input("e-1", "MOVED_OUT", "resident-changes", "012246", 3));
        assertThat(reads.holder(HOLDER).certificates())
                .extracting(CertificateView::status, CertificateView::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("EXPIRED", 3));
    }

    @Test
    void an_event_read_again_does_not_take_a_certificate_back() {
        reads.take(registered("r-1", NOW));
        reads.take(revoked("e-1", NOW.plusSeconds(5)));
        reads.take(registered("r-1", NOW));

        assertThat(reads.holder(HOLDER).certificates())
                .extracting(CertificateView::status, CertificateView::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("REVOKED", 2));
    }

    @Test
    void the_last_entries_of_a_timeline_are_kept() {
        var more = 40;
        for (var i = 0; i < ReadStores.ENTRIES_KEPT + more; i++) {
            reads.take(decided("e-" + i, NOW.plusSeconds(i), "KEPT"));
        }

        assertThat(reads.timeline(HOLDER)).hasSize(ReadStores.ENTRIES_KEPT);
        assertThat(reads.timeline(HOLDER).getFirst().recordedAt()).isEqualTo(NOW.plusSeconds(more));
        assertThat(reads.timeline(HOLDER).getLast().recordedAt())
                .isEqualTo(NOW.plusSeconds(ReadStores.ENTRIES_KEPT + more - 1));
    }

    @Test
    void poison_goes_to_the_dead_letters_untouched_and_the_stream_goes_on() {
        reads.takeBytes(Topic.CERTIFICATE_STATUS, ID, new byte[] {1, 2, 3});
        reads.take("other", statusOf(CertificateState.GOOD, 1), new RecordHeaders(), NOW);
        status(CertificateState.GOOD, 1);

        var dead = reads.deadLettersOf(Topic.CERTIFICATE_STATUS);
        assertThat(dead)
                .extracting(
                        one -> new String(one.headers().lastHeader("dlq.error").value(), UTF_8))
                .containsExactly("NOT_CONFLUENT_AVRO", "KEY_MISMATCH");
        assertThat(dead.getFirst().value()).containsExactly(1, 2, 3);
        assertThat(reads.certificate(ID)).isNotNull();
    }

    @Test
    void the_outcome_of_an_input_about_no_one_holder_is_counted_and_kept_nowhere() {
        var outcome = CertificateEventMessage.newBuilder(decided("r-1", NOW, "ISSUER_COMPROMISED"))
                .setHolderId("")
                .build();
        reads.take(ID.substring(0, 40), outcome, NOW);

        assertThat(reads.deadLettersOf(Topic.CERTIFICATE_EVENTS)).isEmpty();
        assertThat(reads.timeline("")).isEmpty();
        assertThat(reads.meters()
                        .get("tenkyo.inputs.decided")
                        .tags("code", "ISSUER_COMPROMISED")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void the_delay_is_measured_for_new_statuses_and_inputs_are_counted() {
        var headers = new RecordHeaders();
        headers.add(
                ReadsMetrics.INPUT_TIMESTAMP,
                Long.toString(NOW.minusMillis(250).toEpochMilli()).getBytes(UTF_8));
        reads.take(ID, statusOf(CertificateState.GOOD, 1), headers, NOW);
        reads.take(decided("e-1", NOW, "REVOKED"), NOW);

        var delay = reads.meters().get("tenkyo.event.to.status.delay").timer();
        assertThat(delay.count()).isEqualTo(1);
        assertThat(delay.totalTime(java.util.concurrent.TimeUnit.MILLISECONDS)).isEqualTo(250);
        assertThat(reads.meters()
                        .get("tenkyo.inputs.decided")
                        .tags("topic", "resident-changes", "outcome", "ACCEPTED", "code", "REVOKED")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private void status(CertificateState state, int version) {
        reads.take(statusOf(state, version));
    }

    private static CertificateStatus statusOf(CertificateState state, int version) {
        var revoked = state == CertificateState.REVOKED;
        return CertificateStatus.newBuilder()
                .setCertificateId(ID)
                .setKind(CertificateKind.SIGNING)
                .setCarrier(Carrier.CARD)
                .setStatus(state)
                .setReason(revoked ? RevocationReason.affiliationChanged : null)
                .setRevokedAt(revoked ? NOW : null)
                .setNotBefore(NOT_BEFORE)
                .setNotAfter(NOT_AFTER)
                .setMunicipality("012246")
                .setVersion(version)
                .setRecordedAt(NOW)
                .build();
    }

    private static CertificateEventMessage registered(String inputId, Instant at) {
        return message(inputId, at)
                .setId(ID + "/1")
                .setRule("2/REGISTER")
                .setCertificateRegistered(new CertificateRegistered(
                        ID, CertificateKind.SIGNING, Carrier.CARD, "012246", 3, NOT_BEFORE, NOT_AFTER, 1))
                .build();
    }

    private static CertificateEventMessage revoked(String inputId, Instant at) {
        return message(inputId, at)
                .setId(ID + "/2")
                .setRule("2.1/MOVED_OUT")
                .setCertificateRevoked(new CertificateRevoked(
                        ID,
                        CertificateKind.SIGNING,
                        Carrier.CARD,
                        RevocationReason.affiliationChanged,
                        at,
                        ChangeReason.MOVED_OUT,
                        2))
                .build();
    }

    private static CertificateEventMessage expired(Instant at) {
        return message("", at)
                .setCause(new Cause(CauseKind.DUE, null))
                .setId(ID + "/3")
                .setRule("3/EXPIRY")
                .setCertificateExpired(new CertificateExpired(ID, CertificateKind.SIGNING, Carrier.CARD, NOT_AFTER, 3))
                .build();
    }

    private static CertificateEventMessage decided(String inputId, Instant at, String code) {
        return message(inputId, at)
                .setId("resident-changes/0/" + inputId)
                .setRule("8/OUTCOME")
                .setInputDecided(InputDecided.newBuilder()
                        .setInputId(inputId)
                        .setInputTopic("resident-changes")
                        .setInputPartition(0)
                        .setInputOffset(1)
                        .setHolderId(HOLDER)
                        .setInputType("MOVED_OUT")
                        .setMunicipality("012246")
                        .setRecordNumber(3)
                        .setOutcome(Outcome.ACCEPTED)
                        .setCode(code)
                        .setRules(List.of("8/OUTCOME"))
                        .setFindings(List.of(new Finding("UNDER_15", null, null)))
                        .setCertificateIds(List.of(ID))
                        .setRecordedAt(at)
                        .build())
                .build();
    }

    private static CertificateEventMessage.Builder message(String inputId, Instant at) {
        return CertificateEventMessage.newBuilder()
                .setSource("/tenkyo/lifecycle-service")
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setHolderId(HOLDER)
                .setCause(new Cause(CauseKind.INPUT, inputId))
                .setPolicyVersion("2026-1");
    }
}
