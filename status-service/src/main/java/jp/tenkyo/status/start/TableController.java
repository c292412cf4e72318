package jp.tenkyo.status.start;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.freshness.FreshnessWatch;
import jp.tenkyo.status.table.Anomalies;
import jp.tenkyo.status.table.Anomaly;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.StatusTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever runs the service: how the table stands, and what it did not take. */
@RestController
class TableController {

    private final StatusTable table;
    private final StatusTopic topic;
    private final FreshnessWatch freshness;
    private final Anomalies anomalies;

    TableController(StatusTable table, StatusTopic topic, FreshnessWatch freshness, Anomalies anomalies) {
        this.table = table;
        this.topic = topic;
        this.freshness = freshness;
        this.anomalies = anomalies;
    }

    /**
     * @param reason why it is stale, and since when; null while it is fresh
     * @param nextOffsets by partition
     */
    record Standing(
            boolean fresh,
            @Nullable String reason,
            @Nullable Instant staleSince,
            long recordsBehind,
            long certificatesEstimate,
            Map<Integer, Long> nextOffsets,
            List<NotTaken> latestAnomalies) {}

    /**
     * A record that the table was not changed by, named by its place on the topic alone: whoever may read the topic
     * finds there whom it is about, and nobody else learns it here.
     *
     * @param doubt whether its certificate is in doubt until a later version comes
     */
    record NotTaken(Anomaly.Kind kind, int partition, long offset, String detail, boolean doubt, Instant seenAt) {

        static NotTaken of(Anomaly anomaly) {
            return new NotTaken(
                    anomaly.kind(),
                    anomaly.partition(),
                    anomaly.offset(),
                    anomaly.detail(),
                    anomaly.doubt(),
                    anomaly.seenAt());
        }
    }

    @GetMapping("/admin/table")
    Standing table() {
        var offsets = new TreeMap<Integer, Long>();
        for (var partition = 0; partition < topic.partitions(); partition++) {
            offsets.put(partition, table.nextOffset(partition).orElse(0));
        }
        var stale = freshness.now() instanceof Freshness.Stale found ? found : null;
        return new Standing(
                stale == null,
                stale == null ? null : stale.reason().name(),
                stale == null ? null : stale.since(),
                freshness.recordsBehind(),
                table.estimatedCertificates(),
                offsets,
                anomalies.latest().stream().map(NotTaken::of).toList());
    }
}
