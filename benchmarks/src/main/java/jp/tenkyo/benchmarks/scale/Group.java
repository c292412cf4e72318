package jp.tenkyo.benchmarks.scale;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;

/** Which instance has which partitions, as the broker sees it. */
final class Group implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final String THREAD = "-StreamThread-";

    private final Admin admin;
    private final String application;

    Group(Bed bed, String application) {
        this.admin = bed.admin();
        this.application = application;
    }

    /**
     * Partitions of the changes by instance, while the group is at peace; nothing while it is not.
     *
     * @return names that Kafka Streams gives instances, those without a partition not among them
     */
    Map<String, Set<Integer>> owners() throws InterruptedException {
        try {
            var group = admin.describeConsumerGroups(List.of(application))
                    .all()
                    .get()
                    .get(application);
            var owners = new HashMap<String, Set<Integer>>();
            if (group == null || group.groupState() != GroupState.STABLE) {
                return owners;
            }
            for (var member : group.members()) {
                for (var partition : member.assignment().topicPartitions()) {
                    if (partition.topic().equals(Topic.RESIDENT_CHANGES.topicName())) {
                        owners.computeIfAbsent(instanceOf(member.clientId()), _ -> new HashSet<>())
                                .add(partition.partition());
                    }
                }
            }
            return owners;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not say who has which partition", e);
        }
    }

    private static String instanceOf(String clientId) {
        var end = clientId.indexOf(THREAD);
        return end < 0 ? clientId : clientId.substring(0, end);
    }

    /** Waits until so many instances have all partitions between them. */
    Map<String, Set<Integer>> await(int instances, JavaProcess watched, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (true) {
            var owners = owners();
            var shared = owners.values().stream().mapToInt(Set::size).sum();
            if (owners.size() == instances && shared == Bed.LAYOUT.partitions()) {
                return owners;
            }
            watched.failIfEnded();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("After %d s not %d instances have all partitions, but %s"
                        .formatted(within.toSeconds(), instances, owners));
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
