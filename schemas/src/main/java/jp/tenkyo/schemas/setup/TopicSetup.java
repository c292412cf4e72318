package jp.tenkyo.schemas.setup;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the catalogue's topics that are missing; those that exist stay as they are ({@link TopicCheck}). */
public final class TopicSetup {

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private TopicSetup() {}

    /**
     * Returns when the broker shows all of them: what it has created, it does not tell everybody at once.
     *
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
        awaitVisible(admin);
        return List.copyOf(created);
    }

    private static void awaitVisible(Admin admin) {
        var deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (!areVisible(admin)) {
            if (System.nanoTime() > deadline) {
                throw new BrokerUnavailableException(
                        "The broker has created topics and does not show them.", new TimeoutException());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static boolean areVisible(Admin admin) {
        var names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        try {
            BrokerAnswers.await(admin.describeTopics(names).allTopicNames());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw BrokerAnswers.refused("to describe topics", e);
        }
    }
}
