package jp.tenkyo.status.table;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.contract.Reading;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;
import org.springframework.util.unit.DataSize;

/** Tables of tests, on a clock that stands. */
public final class Tables {

    public static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private Tables() {}

    public static TableSettings settings() {
        return new TableSettings(
                DataSize.ofMegabytes(16),
                DataSize.ofMegabytes(8),
                Duration.ofDays(30),
                1_000,
                Duration.ofSeconds(2),
                500);
    }

    public static StatusTable open(Path folder) {
        return open(folder, new Anomalies(new SimpleMeterRegistry()));
    }

    public static StatusTable open(Path folder, InstantSource businessClock) {
        return StatusTable.open(folder, settings(), new Anomalies(new SimpleMeterRegistry()), businessClock, () -> NOW);
    }

    static StatusTable open(Path folder, Anomalies anomalies) {
        return StatusTable.open(folder, settings(), anomalies, () -> NOW, () -> NOW);
    }

    /** One with these rows in it, as of partition 0. */
    public static StatusTable with(Path folder, StatusRow... rows) {
        var table = open(folder);
        take(table, 0, rows);
        return table;
    }

    /** As if these records came live, in one go, on partition 0. */
    public static void take(StatusTable table, long firstOffset, StatusRow... rows) {
        var arrivals = new ArrayList<Arrival>();
        for (var row : rows) {
            arrivals.add(arrival(firstOffset + arrivals.size(), new Reading.Understood(row)));
        }
        take(table, arrivals);
    }

    /** The same, on that partition. */
    public static void take(StatusTable table, int partition, long firstOffset, StatusRow... rows) {
        var arrivals = new ArrayList<Arrival>();
        for (var row : rows) {
            arrivals.add(
                    new Arrival(partition, firstOffset + arrivals.size(), Rows.ENDED, new Reading.Understood(row)));
        }
        table.take(arrivals, Map.of(partition, firstOffset + rows.length), true);
    }

    /** As if it had been read from the topic of that id. */
    public static void name(StatusTable table, String topicId) {
        table.beOf(topicId);
    }

    /** As if it were pruned at that instant. */
    public static void prune(StatusTable table, Instant now) {
        table.changes().prune(0, now);
    }

    /** As if something came for it that nobody can read. */
    public static void doubt(StatusTable table, long offset, CertificateId id) {
        take(table, List.of(arrival(offset, new Reading.Unreadable(Optional.of(id), DeadLetterCause.UNREADABLE))));
    }

    static void take(StatusTable table, List<Arrival> arrivals) {
        table.take(arrivals, Map.of(0, arrivals.getLast().offset() + 1), true);
    }

    static Arrival arrival(long offset, Reading reading) {
        return new Arrival(0, offset, Rows.ENDED, reading);
    }
}
