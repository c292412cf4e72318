package jp.tenkyo.schemas.setup;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Holds the topics of a broker against the catalogue. */
public final class TopicCheck {

    private TopicCheck() {}

    /**
     * One sentence for each difference: what is, what is wanted, how to mend it. Empty when all is well.
     *
     * @throws BrokerUnavailableException if the broker is away or refuses
     */
    public static List<String> differences(Admin admin, TopicLayout layout) {
        var found = describe(admin);
        var settings = settingsOf(admin, found.keySet().stream().toList());
        return Arrays.stream(Topic.values())
                .flatMap(topic -> differences(topic, found.get(topic), settings.get(topic), layout))
                .toList();
    }

    private static Stream<String> differences(
            Topic topic, @Nullable TopicDescription found, @Nullable Config settings, TopicLayout layout) {
        if (found == null || settings == null) {
            return Stream.of("Topic %s is missing; wanted with %d partitions and %s. Run the setup command."
                    .formatted(topic.topicName(), layout.partitions(), new TreeMap<>(layout.settingsOf(topic))));
        }
        return Stream.concat(
                partitions(topic, found.partitions().size(), layout.partitions()),
                layout.settingsOf(topic).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(wanted -> setting(topic, settings, wanted.getKey(), wanted.getValue())));
    }

    private static Stream<String> partitions(Topic topic, int found, int wanted) {
        return found == wanted
                ? Stream.empty()
                : Stream.of(("Topic %s has %d partitions, wanted are %d. If this installation was made with %d, set"
                                + " tenkyo.kafka.partitions=%d everywhere; if not, make the topic anew. Never change the"
                                + " count of a topic in use: holders' keys would move.")
                        .formatted(topic.topicName(), found, wanted, found, found));
    }

    private static Stream<String> setting(Topic topic, Config settings, String name, String wanted) {
        var entry = settings.get(name);
        var found = entry == null ? "not set" : entry.value();
        return wanted.equals(found)
                ? Stream.empty()
                : Stream.of(("Topic %s has %s=%s, wanted is %s. Run: kafka-configs.sh --alter --entity-type topics"
                                + " --entity-name %s --add-config %s=%s")
                        .formatted(topic.topicName(), name, found, wanted, topic.topicName(), name, wanted));
    }

    private static Map<Topic, TopicDescription> describe(Admin admin) {
        var answers = admin.describeTopics(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList())
                .topicNameValues();
        var found = new HashMap<Topic, TopicDescription>();
        for (var topic : Topic.values()) {
            try {
                found.put(topic, BrokerAnswers.await(requireNonNull(answers.get(topic.topicName()))));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw BrokerAnswers.refused("to describe topic " + topic.topicName(), e);
                }
            }
        }
        return found;
    }

    private static Map<Topic, Config> settingsOf(Admin admin, List<Topic> topics) {
        var answers = admin.describeConfigs(
                        topics.stream().map(TopicCheck::resource).toList())
                .values();
        var settings = new HashMap<Topic, Config>();
        for (var topic : topics) {
            try {
                settings.put(topic, BrokerAnswers.await(requireNonNull(answers.get(resource(topic)))));
            } catch (ExecutionException e) {
                throw BrokerAnswers.refused("to tell the settings of topic " + topic.topicName(), e);
            }
        }
        return settings;
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    }
}
