package jp.tenkyo.status.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.status.contract.Reading;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.core.StatusRow;

/** Sorts what came in one go into what is to be written and what is not taken; each record sees those before it. */
final class Intake {

    private final Map<CertificateId, Entry> stored;
    private final ChangeLog changes;
    private final boolean live;
    private final Instant now;

    private final Map<CertificateId, Entry> entries = new HashMap<>();
    private final List<Change> taken = new ArrayList<>();
    private final List<Change> kept = new ArrayList<>();
    private final Map<Integer, Long> changesFrom = new HashMap<>();
    private final List<Anomaly> anomalies = new ArrayList<>();

    /**
     * @param stored of every certificate that something comes of
     * @param live whether the table had caught up before: then changes count as of now, whatever their timestamp says
     * @param now of the machine
     */
    Intake(Map<CertificateId, Entry> stored, ChangeLog changes, boolean live, Instant now) {
        this.stored = stored;
        this.changes = changes;
        this.live = live;
        this.now = now;
    }

    void add(Arrival arrival) {
        var about = arrival.about();
        var known = about.map(this::known).orElse(Entry.NOTHING);
        switch (Admission.of(known, arrival.reading())) {
            case Admission.Taken(var row) -> take(arrival, row);
            case Admission.Refused(var kind, var doubt) -> {
                var left = doubt ? known.doubted() : known;
                if (!left.equals(known)) {
                    about.ifPresent(id -> doubt(arrival, id, left));
                }
                anomalies.add(anomaly(arrival, about, kind, about.isPresent() && left.inDoubt()));
            }
        }
    }

    private Entry known(CertificateId id) {
        var pending = entries.get(id);
        return pending == null ? stored.getOrDefault(id, Entry.NOTHING) : pending;
    }

    private void take(Arrival arrival, StatusRow row) {
        entries.put(row.id(), Entry.of(row));
        taken.add(keep(arrival, LastKnown.certain(row)));
    }

    /** Whoever was told that it is good must hear that nobody knows any more. */
    private void doubt(Arrival arrival, CertificateId id, Entry left) {
        entries.put(id, left);
        left.lastKnown().ifPresent(known -> keep(arrival, known));
    }

    private Change keep(Arrival arrival, LastKnown known) {
        var since = live || arrival.writtenAt().isAfter(now) ? now : arrival.writtenAt();
        var change = new Change(arrival.partition(), arrival.offset(), known, since);
        if (changes.isPast(since, now) && !changes.hasBegun(arrival.partition())) {
            changesFrom.put(arrival.partition(), arrival.offset() + 1);
        } else {
            changes.begin(arrival.partition());
            kept.add(change);
        }
        return change;
    }

    private Anomaly anomaly(Arrival arrival, Optional<CertificateId> about, Anomaly.Kind kind, boolean doubt) {
        return new Anomaly(
                kind,
                about.map(CertificateId::toString).orElse(""),
                arrival.partition(),
                arrival.offset(),
                detail(arrival.reading()),
                doubt,
                now);
    }

    private static String detail(Reading reading) {
        return switch (reading) {
            case Reading.Understood(var row) -> "version " + row.version();
            case Reading.Unreadable(var _, var cause) -> cause.name();
        };
    }

    /** What is to be stored of each certificate that something came of. */
    Map<CertificateId, Entry> entries() {
        return entries;
    }

    /** All that was taken, in the topic's order. */
    List<Change> taken() {
        return taken;
    }

    /** Those of them that the feed can still ask for, and what came in doubt. */
    List<Change> kept() {
        return kept;
    }

    /** By partition, from where on changes are whole, where that has moved. */
    Map<Integer, Long> changesFrom() {
        return changesFrom;
    }

    List<Anomaly> anomalies() {
        return anomalies;
    }
}
