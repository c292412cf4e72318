package jp.tenkyo.quickstart;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes topics and schemas by the same code as the setup command. */
final class Preparation {

    private Preparation() {}

    static void prepare(String bootstrapServers, String registryUrl, TopicLayout layout)
            throws ExecutionException, InterruptedException, java.io.IOException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers))) {
            var there = admin.listTopics().names().get();
            admin.createTopics(java.util.Arrays.stream(Topic.values())
                            .filter(t -> !there.contains(t.topicName()))
                            .map(t -> new NewTopic(t.topicName(), layout.partitions(), layout.replicationFactor())
                                    .configs(layout.settingsOf(t)))
                            .toList())
                    .all()
                    .get();
        }
        var client = new io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient(registryUrl, 100);
        try {
            client.updateCompatibility(null, "FULL_TRANSITIVE");
            for (var t : Topic.withSchema()) {
                client.register(
                        t.subject(),
                        new io.confluent.kafka.schemaregistry.avro.AvroSchema(
                                t.schema().orElseThrow()));
            }
        } catch (io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException e) {
            throw new java.io.IOException(e);
        }
    }
}
