package jp.tenkyo.status.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jp.tenkyo.schemas.TopicLayout;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service, under {@code tenkyo}.
 *
 * @param checkTopics whether to refuse to start where the broker's topics differ from the catalogue
 * @param startPatience how long broker and registry may take to answer at start
 * @param stateFolder of this instance alone; what is in it can be built anew
 */
@ConfigurationProperties("tenkyo")
public record StatusSettings(
        Kafka kafka,
        Registry registry,
        @DefaultValue("true") boolean checkTopics,
        @DefaultValue("30s") Duration startPatience,
        Path stateFolder) {

    public record Kafka(String bootstrapServers, int partitions, short replicationFactor) {}

    public record Registry(String url) {}

    TopicLayout layout() {
        return new TopicLayout(kafka.partitions(), kafka.replicationFactor());
    }

    /** Settings of the registry client. */
    public Map<String, Object> registryClient() {
        return Map.of("schema.registry.url", registry.url());
    }
}
