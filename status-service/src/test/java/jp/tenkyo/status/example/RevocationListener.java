package jp.tenkyo.status.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.tenkyo.avro.CertificateStatus;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Follows topic certificate-status by itself. A record that it cannot read may be a revocation: whose it is, is told,
 * and the rest goes on.
 */
public final class RevocationListener implements AutoCloseable {

    private final Map<String, Integer> versions = new HashMap<>();
    private final KafkaConsumer<String, CertificateStatus> consumer;

    public RevocationListener(String bootstrapServers, String registryUrl, String group) {
        consumer = new KafkaConsumer<>(Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                group,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                KafkaAvroDeserializer.class,
                "schema.registry.url",
                registryUrl,
                "specific.avro.reader",
                true,
                // What a transaction took back must not be acted on.
                "isolation.level",
                "read_committed",
                // The topic is compacted: from its beginning, it has every certificate's last status.
                "auto.offset.reset",
                "earliest"));
        consumer.subscribe(List.of("certificate-status"));
    }

    /**
     * Takes in what has come, each version of a certificate once.
     *
     * @param inDoubt takes the id of a certificate that is not good until a higher version comes
     */
    public void poll(Consumer<CertificateStatus> taken, Consumer<String> inDoubt) {
        try {
            for (var record : consumer.poll(Duration.ofSeconds(1))) {
                var status = record.value();
                if (status == null) {
                    inDoubt.accept(record.key());
                } else if (status.getVersion() > versions.getOrDefault(record.key(), 0)) {
                    // A record may come twice; a lower version is older than what is known.
                    versions.put(record.key(), status.getVersion());
                    taken.accept(status);
                }
            }
        } catch (RecordDeserializationException e) {
            inDoubt.accept(UTF_8.decode(e.keyBuffer()).toString());
            consumer.seek(e.topicPartition(), e.offset() + 1);
        }
        consumer.commitSync();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
