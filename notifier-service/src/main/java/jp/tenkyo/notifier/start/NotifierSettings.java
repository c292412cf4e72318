package jp.tenkyo.notifier.start;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tenkyo.notifier.core.wording.Municipality;
import jp.tenkyo.schemas.TopicLayout;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param checkTopics whether to refuse to start where the broker's topics differ from the catalogue
 * @param startPatience how long broker and registry may take to answer at start
 * @param settledKeptFor how long it is remembered that a notice is settled; longer than any re-plan can come late
 * @param municipalities by code
 */
@ConfigurationProperties("tenkyo")
public record NotifierSettings(
        Kafka kafka,
        Registry registry,
        boolean checkTopics,
        Duration startPatience,
        Duration settledKeptFor,
        MailSettings mail,
        Map<String, Place> municipalities) {

    /** Notices of a year ago are still remembered when the next year's of the same kind are planned. */
    private static final Duration SETTLED_KEPT_FOR_MIN = Duration.ofDays(100);

    public NotifierSettings {
        municipalities = Map.copyOf(municipalities);
        if (settledKeptFor.compareTo(SETTLED_KEPT_FOR_MIN) < 0) {
            throw new IllegalArgumentException(
                    "tenkyo.settled-kept-for must be 100 days or more: topic notices keeps 90, and a notice read again"
                            + " must not be sent again");
        }
    }

    public record Kafka(String bootstrapServers, int partitions, short replicationFactor) {}

    public record Registry(String url) {}

    public record Place(
            String ja,
            String en,
            @DefaultValue(Municipality.COUNTER_JA) String counterJa,
            @DefaultValue(Municipality.COUNTER_EN) String counterEn) {}

    TopicLayout layout() {
        return new TopicLayout(kafka.partitions(), kafka.replicationFactor());
    }

    Map<String, Object> kafkaClient() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    Map<String, Object> registryClient() {
        return Map.of("schema.registry.url", registry.url());
    }

    Map<String, Municipality> municipalitiesByCode() {
        return municipalities.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> new Municipality(
                                entry.getValue().ja(),
                                entry.getValue().en(),
                                entry.getValue().counterJa(),
                                entry.getValue().counterEn())));
    }
}
