package jp.tenkyo.status.example;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.tenkyo.avro.CertificateStatus;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows topic certificate-status by itself. */
final class RevocationListener implements AutoCloseable {

    private final Map<String, Integer> versions = new HashMap<>();
    private final KafkaConsumer<String, CertificateStatus> consumer;

    RevocationListener(String bootstrapServers, String registryUrl, String group) {
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

    /** Takes in what has come, each version of a certificate once. */
    void poll(Consumer<CertificateStatus> taken) {
        for (var record : consumer.poll(Duration.ofSeconds(1))) {
            var status = record.value();
            // A record may come twice; a lower version is older than what is known.
            if (status.getVersion() > versions.getOrDefault(record.key(), 0)) {
                versions.put(record.key(), status.getVersion());
                taken.accept(status);
            }
        }
        consumer.commitSync();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
