package jp.tenkyo.status.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.tenkyo.status.feed.Cursor;
import jp.tenkyo.status.start.StartRefusedException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Subscriptions, their places in the feed, what is on its way and what was given up. A store of its own: the table's is
 * thrown away whenever it can be built anew. Safe for use by several threads.
 */
final class WebhookStore implements AutoCloseable {

    /** What an earlier version wrote lacks what later ones have: then it is as it was without it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final byte SUBSCRIPTION = 's';
    private static final byte CURSOR = 'c';
    private static final byte PENDING = 'p';
    private static final byte DEAD = 'd';
    private static final long WRITE_BUFFER_BYTES = 4L << 20;
    private static final int LOG_FILES = 2;

    private final Options options = new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(WRITE_BUFFER_BYTES)
            .setKeepLogFileNum(LOG_FILES);
    private final WriteOptions writing = new WriteOptions();
    private final RocksDB db;
    /** Native memory: whoever is late must find it closed, not gone. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    private WebhookStore(Path folder) throws RocksDBException {
        db = RocksDB.open(options, folder.toString());
    }

    /** @throws StartRefusedException if another process has it open, or it is damaged */
    static WebhookStore open(Path folder) {
        try {
            Files.createDirectories(folder);
            return new WebhookStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        } catch (RocksDBException e) {
            throw new StartRefusedException(
                    "The webhooks' store in %s does not open: %s".formatted(folder, e.getMessage()),
                    "Only one instance may deliver: set tenkyo.webhooks.deliver-here=false on all others. If it is damaged, restore it.");
        }
    }

    /** What is to be written together. */
    static final class Batch {

        private final WriteBatch batch;

        private Batch(WriteBatch batch) {
            this.batch = batch;
        }

        void subscription(Subscription subscription) {
            put(key(SUBSCRIPTION, subscription.id()), JSON.writeValueAsBytes(subscription));
        }

        void cursor(String id, Cursor cursor) {
            put(key(CURSOR, id), cursor.text().getBytes(UTF_8));
        }

        void pending(String id, Message message) {
            put(key(PENDING, id, message.number()), JSON.writeValueAsBytes(message));
        }

        void dead(String id, Message message) {
            put(key(DEAD, id, message.number()), JSON.writeValueAsBytes(message));
        }

        void forgetPending(String id, long number) {
            checked(() -> batch.delete(key(PENDING, id, number)));
        }

        void forgetDead(String id, long number) {
            checked(() -> batch.delete(key(DEAD, id, number)));
        }

        void forgetAllPending(String id) {
            checked(() -> batch.deleteRange(key(PENDING, id), after(PENDING, id)));
        }

        void forgetAll(String id) {
            forgetAllPending(id);
            checked(() -> {
                batch.delete(key(SUBSCRIPTION, id));
                batch.delete(key(CURSOR, id));
                batch.deleteRange(key(DEAD, id), after(DEAD, id));
            });
        }

        private void put(byte[] key, byte[] value) {
            checked(() -> batch.put(key, value));
        }
    }

    void write(Consumer<Batch> what) {
        using(() -> {
            try (var batch = new WriteBatch()) {
                what.accept(new Batch(batch));
                checked(() -> db.write(writing, batch));
            }
            return true;
        });
    }

    List<Subscription> subscriptions() {
        return read(new byte[] {SUBSCRIPTION}, new byte[] {SUBSCRIPTION + 1}, Subscription.class, Integer.MAX_VALUE);
    }

    Optional<Cursor> cursor(String id) {
        return using(() -> Optional.ofNullable(checkedGet(key(CURSOR, id))))
                .flatMap(bytes -> Cursor.parse(new String(bytes, UTF_8)));
    }

    /** All that is on its way, oldest first. */
    List<Message> pending(String id) {
        return read(key(PENDING, id), after(PENDING, id), Message.class, Integer.MAX_VALUE);
    }

    /** What was given up, from that number on, oldest first. */
    List<Message> dead(String id, long from, int max) {
        return read(key(DEAD, id, from), after(DEAD, id), Message.class, max);
    }

    private <T> List<T> read(byte[] from, byte[] to, Class<T> type, int max) {
        return using(() -> {
            var found = new ArrayList<T>();
            try (var end = new Slice(to);
                    var reading = new ReadOptions().setIterateUpperBound(end);
                    var pairs = db.newIterator(reading)) {
                for (pairs.seek(from); pairs.isValid() && found.size() < max; pairs.next()) {
                    found.add(JSON.readValue(pairs.value(), type));
                }
                // An iterator that fails only ends, as if there were no more.
                checked(pairs::status);
            }
            return found;
        });
    }

    private <T> T using(Supplier<T> what) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The webhooks' store is closed.");
            }
            return what.get();
        } finally {
            use.readLock().unlock();
        }
    }

    private interface Step {
        void run() throws RocksDBException;
    }

    private static void checked(Step step) {
        try {
            step.run();
        } catch (RocksDBException e) {
            throw new IllegalStateException("The webhooks' store cannot be read or written: " + e.getMessage(), e);
        }
    }

    private byte @Nullable [] checkedGet(byte[] key) {
        try {
            return db.get(key);
        } catch (RocksDBException e) {
            throw new IllegalStateException("The webhooks' store cannot be read: " + e.getMessage(), e);
        }
    }

    /** Ids have no zero byte, so none is the beginning of another. */
    private static byte[] key(byte what, String id) {
        return keyed(what, id, (byte) 0);
    }

    private static byte[] after(byte what, String id) {
        return keyed(what, id, (byte) 1);
    }

    /** Big-endian, so that the order of bytes is the order of numbers. */
    private static byte[] key(byte what, String id, long number) {
        var prefix = key(what, id);
        return ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(number)
                .array();
    }

    private static byte[] keyed(byte what, String id, byte end) {
        var bytes = id.getBytes(UTF_8);
        return ByteBuffer.allocate(2 + bytes.length)
                .put(what)
                .put(bytes)
                .put(end)
                .array();
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                db.close();
                writing.close();
                options.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
