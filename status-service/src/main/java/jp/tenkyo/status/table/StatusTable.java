package jp.tenkyo.status.table;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.StampedLock;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Every certificate's status, as topic certificate-status has it. All reads are safe for several threads; one thread
 * alone takes in what comes.
 *
 * <p>It answers as it stands, however old that is: whoever answers somebody outside asks {@code Freshness} after having
 * read, and before answering. Asked before, it would not know of a table emptied in between.
 */
public final class StatusTable implements AutoCloseable {

    private final TableStore store;
    private final Progress progress;
    private final ChangeLog changes;
    private final Anomalies anomalies;
    private final InstantSource businessClock;
    private final InstantSource machineClock;
    private final StampedLock commits = new StampedLock();
    private final List<StatusListener> listeners = new CopyOnWriteArrayList<>();

    private StatusTable(
            TableStore store,
            TableSettings settings,
            Anomalies anomalies,
            InstantSource businessClock,
            InstantSource machineClock) {
        this.store = store;
        this.progress = new Progress(store);
        this.changes = new ChangeLog(store, progress, settings);
        this.anomalies = anomalies;
        this.businessClock = businessClock;
        this.machineClock = machineClock;
    }

    /**
     * @param folder of this instance alone
     * @param businessClock tells whether a certificate has expired
     * @param machineClock tells how long a change is kept
     * @throws TableBrokenException if another process has it open, or it is damaged
     */
    public static StatusTable open(
            Path folder,
            TableSettings settings,
            Anomalies anomalies,
            InstantSource businessClock,
            InstantSource machineClock) {
        return new StatusTable(TableStore.open(folder, settings), settings, anomalies, businessClock, machineClock);
    }

    /** Told of every change from now on; see {@link StatusListener} for when. */
    public void listen(StatusListener listener) {
        listeners.add(listener);
    }

    public Found find(CertificateId id) {
        var entry = entry(id, store.get(store.certificates(), id.toBytes()));
        if (entry.inDoubt()) {
            return new Found.InDoubt(id);
        }
        return entry.known()
                .<Found>map(row -> new Found.Known(row.at(businessClock.instant())))
                .orElseGet(() -> new Found.Absent(id));
    }

    /** Whether the row that was found earlier would be found as expired by now, though nothing was written. */
    public boolean hasExpired(StatusRow found) {
        return found.at(businessClock.instant()).status() != found.status();
    }

    /** What is stored of the certificates that these are about. */
    private Map<CertificateId, Entry> stored(List<Arrival> arrivals) {
        var ids = arrivals.stream()
                .flatMap(arrival -> arrival.about().stream())
                .distinct()
                .toList();
        var found = store.getAll(
                store.certificates(), ids.stream().map(CertificateId::toBytes).toList());
        var entries = new HashMap<CertificateId, Entry>();
        for (var i = 0; i < ids.size(); i++) {
            entries.put(ids.get(i), entry(ids.get(i), found.get(i).orElse(null)));
        }
        return entries;
    }

    private static Entry entry(CertificateId id, byte @Nullable [] stored) {
        return stored == null ? Entry.NOTHING : RowFormat.read(id, ByteBuffer.wrap(stored));
    }

    /**
     * A mark for {@link #quietSince}: take it before looking into whatever is derived from the table and dropped by a
     * listener.
     */
    public long mark() {
        return commits.tryOptimisticRead();
    }

    /**
     * Whether nothing was being written since the mark. If so, what was derived from the table and found undropped in
     * between was true then. If not, ask {@link #find}.
     */
    public boolean quietSince(long mark) {
        return commits.validate(mark);
    }

    /**
     * Every certificate of an issuer that can be read, as it is now, in order of the serial's bytes; what changes
     * meanwhile is not seen. Certificates in doubt come as they were last known; {@code inDoubt} tells which.
     */
    public void forEachOf(String issuerKeyId, RowVisitor visitor) {
        var now = businessClock.instant();
        store.walk(store.certificates(), ByteRange.ofIssuer(issuerKeyId), (key, value) -> {
            var entry = RowFormat.read(CertificateId.fromBytes(key), ByteBuffer.wrap(value));
            entry.known().ifPresent(row -> visitor.visit(row.at(now), entry.inDoubt()));
            return true;
        });
    }

    /** The table as it is at this moment; close it soon. */
    public TableView view() {
        return new TableView(store, businessClock.instant());
    }

    /** Sees each row of a walk. */
    public interface RowVisitor {
        void visit(StatusRow row, boolean inDoubt);
    }

    /**
     * What is known of the certificates of all issuers, in order of key, for a snapshot in pages. Those of which
     * nothing was ever known but a record that nobody can read are left out.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public List<LastKnown> page(Optional<CertificateId> after, int max) {
        var now = businessClock.instant();
        var rows = new ArrayList<LastKnown>();
        store.walk(store.certificates(), after.map(ByteRange::after).orElseGet(ByteRange::everything), (key, value) -> {
            var entry = RowFormat.read(CertificateId.fromBytes(key), ByteBuffer.wrap(value));
            entry.lastKnown().map(known -> known.at(now)).ifPresent(rows::add);
            return rows.size() < max;
        });
        return rows;
    }

    public ChangeLog changes() {
        return changes;
    }

    /** RocksDB's guess. */
    public long estimatedCertificates() {
        return store.estimatedCertificates();
    }

    /** The offset of the partition to read next; empty where nothing of it was read. */
    public OptionalLong nextOffset(int partition) {
        return progress.nextOffset(partition);
    }

    /**
     * The broker's id of the topic that it was read from: offsets of another one mean nothing. Empty while it is new.
     */
    public Optional<String> topicId() {
        return progress.topic().map(named -> named.substring(0, named.lastIndexOf('/')));
    }

    /** Whether it was read from that very topic, and is kept in this version's format. */
    boolean isOf(String topicId) {
        return progress.topic().filter(named(topicId)::equals).isPresent();
    }

    void beOf(String topicId) {
        store.write(batch -> progress.topic(batch, named(topicId)));
    }

    private static String named(String topicId) {
        return topicId + "/" + RowFormat.VERSION;
    }

    /** Forgets all, to be built anew. */
    void empty() {
        committing(() -> {
            store.empty();
            changes.emptied();
            listeners.forEach(StatusListener::emptied);
        });
    }

    /**
     * Takes in what came, all in one write, and tells the listeners.
     *
     * @param next by partition, the offset to read next
     * @param live whether the table had caught up before: then changes count as of now
     */
    void take(List<Arrival> arrivals, Map<Integer, Long> next, boolean live) {
        var intake = new Intake(stored(arrivals), changes, live, machineClock.instant());
        arrivals.forEach(intake::add);
        committing(() -> {
            store.write(batch -> {
                put(batch, intake);
                for (var partition : next.entrySet()) {
                    progress.nextOffset(batch, partition.getKey(), partition.getValue());
                }
            });
            if (!intake.entries().isEmpty()) {
                var taken = List.copyOf(intake.taken());
                var touched = Set.copyOf(intake.entries().keySet());
                listeners.forEach(listener -> listener.changed(taken, touched));
            }
        });
        intake.anomalies().forEach(anomalies::add);
    }

    private void put(WriteBatch batch, Intake intake) throws RocksDBException {
        for (var entry : intake.entries().entrySet()) {
            batch.put(store.certificates(), entry.getKey().toBytes(), RowFormat.write(entry.getValue()));
        }
        for (var change : intake.kept()) {
            var key = ByteRange.changeKey(change.partition(), change.offset());
            batch.put(store.changes(), key, ChangeFormat.write(change));
        }
        for (var partition : intake.changesFrom().entrySet()) {
            progress.changesFrom(batch, partition.getKey(), partition.getValue());
        }
    }

    /**
     * Until the end of it, nobody takes what was derived from the table for true; if it fails, nobody ever does again.
     */
    private void committing(Runnable commit) {
        var stamp = commits.writeLock();
        try {
            commit.run();
        } catch (TableBrokenException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TableBrokenException("What listens to the table failed: " + e.getMessage(), e);
        }
        commits.unlockWrite(stamp);
    }

    @Override
    public void close() {
        store.close();
    }
}
