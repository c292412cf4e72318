package jp.tenkyo.lifecycle.reads;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jp.tenkyo.avro.IssuerCompromised;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.avro.IssuerProgress;
import jp.tenkyo.lifecycle.core.Form;
import jp.tenkyo.lifecycle.core.IssuerCompromise;
import jp.tenkyo.schemas.Routing;
import org.jspecify.annotations.Nullable;

/** What the messages of {@code issuer-events} say of compromised keys so far. */
final class AnnouncementFold {

    private final int partitions;
    private final Map<String, Instant> reportedAt = new HashMap<>();
    private final Map<String, Map<Integer, IssuerProgress>> progress = new HashMap<>();

    AnnouncementFold(int partitions) {
        this.partitions = partitions;
    }

    /** Reports that the decisions reject or make dead letters of announce nothing. */
    void see(byte @Nullable [] key, IssuerEventMessage message) {
        switch (message.getProgress()) {
            case IssuerProgress told -> {
                reportedAt.putIfAbsent(told.getIssuerKeyId(), told.getCompromisedAt());
                progress.computeIfAbsent(told.getIssuerKeyId(), _ -> new TreeMap<>())
                        .put(told.getPartition(), told);
            }
            case null -> report(key, message.getCompromised(), message.getRecordedAt());
        }
    }

    private void report(byte @Nullable [] key, IssuerCompromised reported, Instant at) {
        var compromise = new IssuerCompromise(
                reported.getRequestId(), reported.getIssuerKeyId().toLowerCase(Locale.ROOT));
        if (key != null
                && Routing.keyIs(reported.getIssuerKeyId(), key)
                && Form.problemsOf(compromise).isEmpty()) {
            reportedAt.merge(compromise.issuerKeyId(), at, AnnouncementFold::earlier);
        }
    }

    /** Newest first. */
    List<Announcement> lines() {
        return reportedAt.keySet().stream()
                .map(this::line)
                .sorted(Comparator.comparing(Announcement::recordedAt)
                        .reversed()
                        .thenComparing(Announcement::issuerKeyId))
                .toList();
    }

    private Announcement line(String issuerKeyId) {
        var told = progress.getOrDefault(issuerKeyId, Map.of()).values();
        var complete = (int) told.stream().filter(IssuerProgress::getComplete).count();
        return new Announcement(
                issuerKeyId,
                told.stream()
                        .map(IssuerProgress::getCompromisedAt)
                        .reduce(AnnouncementFold::earlier)
                        .orElseGet(() -> reportedAt.getOrDefault(issuerKeyId, Instant.EPOCH)),
                told.stream().mapToLong(IssuerProgress::getEnded).sum(),
                told.stream().mapToLong(IssuerProgress::getWalked).sum(),
                complete,
                partitions,
                complete == partitions);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
