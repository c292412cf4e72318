package jp.tenkyo.status.table;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the table is kept, under {@code tenkyo.table}.
 *
 * @param blockCache memory for blocks, indexes and filters that were read
 * @param writeBuffers memory for what is not yet in a file; counts against the block cache
 * @param changesKeptFor how long a change can be read again by the feed
 * @param prunedAtOnceMax changes forgotten in one go
 * @param staleAfter how old what is read may be at most (N of the rule that nobody is told good from stale data)
 * @param pollMax records taken in at once
 */
@ConfigurationProperties("tenkyo.table")
public record TableSettings(
        @DefaultValue("128MB") DataSize blockCache,
        @DefaultValue("48MB") DataSize writeBuffers,
        @DefaultValue("30d") Duration changesKeptFor,
        @DefaultValue("200000") int prunedAtOnceMax,
        @DefaultValue("10s") Duration staleAfter,
        @DefaultValue("5000") int pollMax) {

    private static final Duration STALE_AFTER_MIN = Duration.ofSeconds(2);
    private static final Duration STALE_AFTER_MAX = Duration.ofMinutes(15);

    public TableSettings {
        if (writeBuffers.compareTo(blockCache) >= 0) {
            throw new IllegalArgumentException(
                    "tenkyo.table.write-buffers (%s) must be less than tenkyo.table.block-cache (%s), which holds them"
                            .formatted(writeBuffers, blockCache));
        }
        if (staleAfter.compareTo(STALE_AFTER_MIN) < 0 || staleAfter.compareTo(STALE_AFTER_MAX) > 0) {
            throw new IllegalArgumentException("tenkyo.table.stale-after must be 2 s to 15 min, not " + staleAfter);
        }
        if (changesKeptFor.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "tenkyo.table.changes-kept-for must be a day or more, not " + changesKeptFor);
        }
        if (pollMax < 1 || prunedAtOnceMax < 1) {
            throw new IllegalArgumentException("tenkyo.table.poll-max and pruned-at-once-max must be 1 or more");
        }
    }
}
