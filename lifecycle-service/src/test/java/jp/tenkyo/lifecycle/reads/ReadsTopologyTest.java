package jp.tenkyo.lifecycle.reads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
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
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
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

    private final Map<String, ?> registry = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MessageCodec<CertificateStatus> statusCodec =
            new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry);
    private final MessageCodec<CertificateEventMessage> eventCodec =
            new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry);

    private final StoredMessages messages = new StoredMessages(registry);

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TopologyTestDriver driver;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TestInputTopic<byte[], byte[]> statuses;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TestInputTopic<byte[], byte[]> events;

    @BeforeEach
    void start() throws IOException, RestClientException {
        var scope = String.valueOf(registry.get("schema.registry.url")).substring("mock://".length());
        var client = MockSchemaRegistry.getClientForScope(scope);
        for (var topic : List.of(Topic.CERTIFICATE_STATUS, Topic.CERTIFICATE_EVENTS)) {
            client.register(
                    topic.subject(),
                    jp.tenkyo.schemas.SchemaRegistry.portable(topic.schema().orElseThrow()));
        }
        var builder = new StreamsBuilder();
        var consumed = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
        new ReadsTopology(
                        new ReadsSettings(1, registry),
                        new RegistryPatience(Duration.ofSeconds(1)),
                        new ReadsMetrics(meters, InstantSource.fixed(NOW)))
                .accept(
                        builder.stream(Topic.CERTIFICATE_STATUS.topicName(), consumed),
                        builder.stream(Topic.CERTIFICATE_EVENTS.topicName(), consumed));
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "reads-test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(builder.build(), settings);
        statuses = input(Topic.CERTIFICATE_STATUS);
        events = input(Topic.CERTIFICATE_EVENTS);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void the_latest_status_of_a_certificate_is_kept_and_an_older_one_passed_over() {
        status(CertificateState.REVOKED, 2);
        status(CertificateState.GOOD, 1);

        assertThat(CertificateView.of(messages.status(certificates().get(ID))))
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
        event(registered("r-1", NOW));
        event(decided("r-1", NOW, "REGISTERED"));
        event(revoked("e-1", NOW.plusSeconds(5)));
        event(decided("e-1", NOW.plusSeconds(5), "REVOKED"));
        event(expired(NOW.plusSeconds(9)));

        assertThat(timeline())
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
        var step = timeline().get(1);
        assertThat(step.rules()).containsExactly("2.1/MOVED_OUT", "8/OUTCOME");
        assertThat(step.findings()).containsExactly(new TimelineStep.Finding("UNDER_15", null, null));
        assertThat(step.input()).isEqualTo(new TimelineStep.Input("e-1", "MOVED_OUT", "resident-changes", "012246", 3));
        assertThat(driver.<String, HolderRecord>getKeyValueStore(ReadStores.READ_HOLDERS)
                        .get(HOLDER)
                        .certificates())
                .extracting(CertificateView::status, CertificateView::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("EXPIRED", 3));
    }

    @Test
    void an_event_read_again_does_not_take_a_certificate_back() {
        event(registered("r-1", NOW));
        event(revoked("e-1", NOW.plusSeconds(5)));
        event(registered("r-1", NOW));

        assertThat(driver.<String, HolderRecord>getKeyValueStore(ReadStores.READ_HOLDERS)
                        .get(HOLDER)
                        .certificates())
                .extracting(CertificateView::status, CertificateView::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("REVOKED", 2));
    }

    @Test
    void the_last_entries_of_a_timeline_are_kept() {
        var more = 40;
        for (var i = 0; i < ReadStores.ENTRIES_KEPT + more; i++) {
            event(decided("e-" + i, NOW.plusSeconds(i), "KEPT"));
        }

        assertThat(timeline()).hasSize(ReadStores.ENTRIES_KEPT);
        assertThat(timeline().getFirst().recordedAt()).isEqualTo(NOW.plusSeconds(more));
        assertThat(timeline().getLast().recordedAt()).isEqualTo(NOW.plusSeconds(ReadStores.ENTRIES_KEPT + more - 1));
    }

    @Test
    void poison_goes_to_the_dead_letters_untouched_and_the_stream_goes_on() {
        statuses.pipeInput(ID.getBytes(UTF_8), new byte[] {1, 2, 3});
        statuses.pipeInput("other".getBytes(UTF_8), statusCodec.encode(statusOf(CertificateState.GOOD, 1)));
        status(CertificateState.GOOD, 1);

        var dead = driver.createOutputTopic(
                        Topic.CERTIFICATE_STATUS_DLQ.topicName(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList();
        assertThat(dead)
                .extracting(
                        one -> new String(one.headers().lastHeader("dlq.error").value(), UTF_8))
                .containsExactly("NOT_CONFLUENT_AVRO", "KEY_MISMATCH");
        assertThat(dead.getFirst().value()).containsExactly(1, 2, 3);
        assertThat(certificates().get(ID)).isNotNull();
    }

    @Test
    void the_delay_is_measured_for_new_statuses_and_inputs_are_counted() {
        var headers = new RecordHeaders();
        headers.add(
                ReadsMetrics.INPUT_TIMESTAMP,
                Long.toString(NOW.minusMillis(250).toEpochMilli()).getBytes(UTF_8));
        var value = statusCodec.encode(statusOf(CertificateState.GOOD, 1));
        statuses.pipeInput(new TestRecord<>(ID.getBytes(UTF_8), value, headers, NOW));
        events.pipeInput(HOLDER.getBytes(UTF_8), eventCodec.encode(decided("e-1", NOW, "REVOKED")), NOW);

        var delay = meters.get("tenkyo.event.to.status.delay").timer();
        assertThat(delay.count()).isEqualTo(1);
        assertThat(delay.totalTime(java.util.concurrent.TimeUnit.MILLISECONDS)).isEqualTo(250);
        assertThat(meters.get("tenkyo.inputs.decided")
                        .tags("topic", "resident-changes", "outcome", "ACCEPTED", "code", "REVOKED")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void status(CertificateState state, int version) {
        statuses.pipeInput(ID.getBytes(UTF_8), statusCodec.encode(statusOf(state, version)));
    }

    private void event(CertificateEventMessage message) {
        events.pipeInput(message.getHolderId().getBytes(UTF_8), eventCodec.encode(message));
    }

    private List<TimelineStep> timeline() {
        var found = new ArrayList<CertificateEventMessage>();
        try (var entries = driver.<String, byte[]>getKeyValueStore(ReadStores.TIMELINES)
                .range(ReadStores.entryKey(HOLDER, 0), ReadStores.entryKey(HOLDER, Long.MAX_VALUE))) {
            entries.forEachRemaining(entry -> found.add(messages.event(entry.value)));
        }
        return EventFold.timeline(found);
    }

    private KeyValueStore<String, byte[]> certificates() {
        return driver.getKeyValueStore(ReadStores.CERTIFICATES);
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
