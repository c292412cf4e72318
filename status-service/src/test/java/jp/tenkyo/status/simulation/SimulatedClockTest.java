package jp.tenkyo.status.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import jp.tenkyo.avro.BusinessClockMessage;
import jp.tenkyo.avro.ClockSet;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.stack.LocalBroker;
import jp.tenkyo.status.table.RunningTable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedClockTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, Object> REGISTRY = Map.of("schema.registry.url", "mock://simulated-clock");

    @TempDir
    Path folder;

    @Test
    void business_time_is_what_was_told_last_and_never_goes_back() throws Exception {
        MockSchemaRegistry.getClientForScope("simulated-clock")
                .register(
                        Topic.BUSINESS_CLOCK.subject(), SchemaRegistry.portable(BusinessClockMessage.getClassSchema()));
        try (var broker = LocalBroker.start(folder, 0)) {
            RunningTable.makeTopics(broker.bootstrapServers());
            var clock = new SimulatedClock(broker.bootstrapServers(), REGISTRY, START);
            assertThat(clock.instant()).isEqualTo(START);
            tell(broker, START.plusSeconds(60));
            clock.start();
            try {
                RunningTable.await(() -> assertThat(clock.instant()).isEqualTo(START.plusSeconds(60)));
                tell(broker, START.plusSeconds(30));
                tell(broker, START.plusSeconds(90));
                RunningTable.await(() -> assertThat(clock.instant()).isEqualTo(START.plusSeconds(90)));
            } finally {
                clock.stop();
            }
        }
    }

    private static void tell(LocalBroker broker, Instant now) {
        try (var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                var codec = new MessageCodec<>(Topic.BUSINESS_CLOCK, BusinessClockMessage.class, REGISTRY)) {
            var message = BusinessClockMessage.newBuilder()
                    .setId("clock-" + now)
                    .setSource("/test")
                    .setOccurredAt(now)
                    .setRecordedAt(now)
                    .setSet(ClockSet.newBuilder().setNow(now).build())
                    .build();
            for (var partition = 0; partition < RunningTable.PARTITIONS; partition++) {
                RunningTable.send(
                        producer,
                        new ProducerRecord<>(
                                Topic.BUSINESS_CLOCK.topicName(),
                                partition,
                                "clock".getBytes(UTF_8),
                                codec.encode(message)));
            }
        }
    }
}
