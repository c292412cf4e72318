package jp.tenkyo.schemas.setup;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the catalogue's topics that are missing; those that exist stay as they are ({@link TopicCheck}). */
public final class TopicSetup {

    private TopicSetup() {}

    /**
     * @return the topics that did not exist
     * @throws BrokerUnavailableException if the broker is away or refuses
     */
    public static List<Topic> create(Admin admin, TopicLayout layout) {
        var answers = admin.createTopics(Arrays.stream(Topic.values())
                        .map(topic -> new NewTopic(topic.topicName(), layout.partitions(), layout.replicationFactor())
                                .configs(layout.settingsOf(topic)))
                        .toList())
                .values();
        var created = new ArrayList<Topic>();
        for (var topic : Topic.values()) {
            try {
                BrokerAnswers.await(requireNonNull(answers.get(topic.topicName())));
                created.add(topic);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw BrokerAnswers.refused("to create topic " + topic.topicName(), e);
                }
            }
        }
        return List.copyOf(created);
    }
}
