package jp.tenkyo.benchmarks.throughput;

import java.util.List;
import java.util.stream.Stream;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.schemas.Topic;

/** Names under which lifecycle-service works; they are schema, and change with none of its releases. */
final class Service {

    static final String DECISIONS = "tenkyo-lifecycle";
    static final String READS = Bed.READS;

    /** What the decisions write for others. */
    static final List<String> OUTPUTS = Stream.of(Topic.CERTIFICATE_EVENTS, Topic.CERTIFICATE_STATUS, Topic.NOTICES)
            .map(Topic::topicName)
            .toList();

    /** The changelogs of the decisions that are written to with every input. */
    static final List<String> DECISION_CHANGELOGS =
            List.of(changelog(DECISIONS, "holders"), changelog(DECISIONS, "deadlines"));

    /** The changelogs of the reads, which run in the same process. */
    static final List<String> READ_CHANGELOGS = Stream.of("certificates", "read-holders", "timelines")
            .map(store -> changelog(READS, store))
            .toList();

    private Service() {}

    static String changelog(String application, String store) {
        return application + "-" + store + "-changelog";
    }
}
