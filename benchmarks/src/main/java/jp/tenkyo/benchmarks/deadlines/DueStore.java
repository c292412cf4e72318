package jp.tenkyo.benchmarks.deadlines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import jp.tenkyo.schemas.streams.BoundedRocksDb;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Holders and their deadlines as the decisions store them: one entry for each holder in order of instant, instants
 * big-endian. Each instant has {@value #DUE_AT_ONCE} of them, of holders from all over the other store.
 */
final class DueStore implements AutoCloseable {

    static final int DUE_AT_ONCE = 1_000;

    /** What a holder with two certificates takes. */
    private static final int HOLDER_BYTES = 180;

    private static final Duration QUIET_FOR = Duration.ofSeconds(1);
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(10);
    private static final byte[] NOTHING = {};

    private final Path folder;
    private final int stored;
    private final KeyValueStore<Bytes, byte[]> deadlines;
    private final KeyValueStore<String, byte[]> holders;
    private Bytes ticked = Bytes.wrap(new byte[0]);
    private long now = -1;

    private DueStore(Path folder, int stored) {
        this.folder = folder;
        this.stored = stored;
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "deadlines");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:0");
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        var context = new MockProcessorContext<Void, Void>(settings, new TaskId(0, 0), folder.toFile());
        deadlines = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("deadlines"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        holders = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("holders"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        deadlines.init(context.getStateStoreContext(), deadlines);
        holders.init(context.getStateStoreContext(), holders);
    }

    /** @param stored how many holders; a multiple of {@value #DUE_AT_ONCE} */
    static DueStore fill(Path folder, int stored) {
        var store = new DueStore(folder, stored);
        var random = new SplittableRandom(stored);
        var state = new byte[HOLDER_BYTES];
        for (var number = 0; number < stored; number++) {
            var holder = holderId(number);
            random.nextBytes(state);
            store.holders.put(holder, state.clone());
            store.deadlines.put(key(number / DUE_AT_ONCE, holder), NOTHING);
        }
        return store;
    }

    /** Scattered, as those of a real store are. */
    private static String holderId(int number) {
        return HexFormat.of().toHexDigits(number * 0x9E3779B97F4A7C15L)
                + HexFormat.of().toHexDigits(number);
    }

    private static Bytes key(long at, String holder) {
        var name = holder.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(at)
                .put(name)
                .array());
    }

    /** Sorts after every key of that instant. */
    private static Bytes lastOf(long at) {
        return Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES + 1).putLong(at).put((byte) 0xff).array());
    }

    /**
     * Waits until what was filled in lies where it will stay: RocksDB sorts it in the background.
     *
     * @throws IllegalStateException if that takes too long
     */
    void awaitQuiet() throws InterruptedException {
        var deadline = System.nanoTime() + QUIET_WITHIN.toNanos();
        for (var before = -1L; before != bytes(); Thread.sleep(QUIET_FOR)) {
            before = bytes();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("RocksDB is still busy after " + QUIET_WITHIN);
            }
        }
    }

    /** On disk. */
    private long bytes() {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (UncheckedIOException | IOException e) {
            // A file has vanished meanwhile: so it is not quiet.
            return -System.nanoTime();
        }
    }

    /** What is due when the next instant has come. */
    List<Bytes> findDue() {
        now++;
        var due = new ArrayList<Bytes>();
        try (var range = deadlines.range(ticked, lastOf(now))) {
            while (range.hasNext() && due.size() < DUE_AT_ONCE) {
                due.add(range.next().key);
            }
        }
        return due;
    }

    /** Reads the holder, writes it, and moves its deadline behind all others. */
    void decide(Bytes key) {
        var holder = new String(key.get(), Long.BYTES, key.get().length - Long.BYTES, UTF_8);
        var state = holders.get(holder);
        deadlines.delete(key);
        deadlines.put(key(now + stored, holder), NOTHING);
        holders.put(holder, state);
        ticked = key;
    }

    /** How many there are, counted one by one: what a tick would do if it looked at everything. */
    int countAll() {
        var count = 0;
        try (var all = deadlines.all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void close() {
        deadlines.close();
        holders.close();
        try (var files = Files.walk(folder)) {
            for (var file : List.copyOf(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
