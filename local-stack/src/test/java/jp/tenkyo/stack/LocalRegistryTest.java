package jp.tenkyo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRegistryTest {

    @TempDir
    Path folder;

    @Test
    void schemas_keep_their_ids_over_a_restart() throws Exception {
        int first;
        int second;
        try (var registry = LocalRegistry.start(folder, 0);
                var client = new CachedSchemaRegistryClient(registry.url(), 10)) {
            first = client.register("first-value", new AvroSchema("\"string\""));
            second = client.register("second-value", new AvroSchema("\"long\""));
        }
        try (var again = LocalRegistry.start(folder, 0);
                var client = new CachedSchemaRegistryClient(again.url(), 10)) {
            assertThat(client.getId("second-value", new AvroSchema("\"long\""))).isEqualTo(second);
            assertThat(client.getSchemaById(first)).isEqualTo(new AvroSchema("\"string\""));
            assertThat(client.register("third-value", new AvroSchema("\"int\"")))
                    .isNotIn(first, second);
        }
    }

    @Test
    void two_registries_run_side_by_side() {
        try (var one = LocalRegistry.start(folder.resolve("one"), 0);
                var other = LocalRegistry.start(folder.resolve("other"), 0)) {
            assertThat(other.port()).isNotEqualTo(one.port());
        }
    }

    @Test
    void a_registry_that_cannot_start_shows_the_end_of_its_log() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalRegistry.start(folder, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("registry.log")
                    .hasMessageContaining("in use by another process");
        }
    }
}
