package jp.tenkyo.benchmarks.database;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds, at least once: a batch at a time, straight from memory when its transaction is over, and
 * from the table where a process has ended in between. Not safe for use by several threads.
 */
final class Relay implements AutoCloseable {

    private final Rows rows;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private @Nullable Long sending;

    Relay(Rows rows, Producer<byte[], byte[]> producer) {
        this.rows = rows;
        this.producer = producer;
    }

    /** What an earlier process has left. */
    void sendLeft() throws SQLException {
        for (var batch : rows.left().entrySet()) {
            send(batch.getKey(), Message.readAll(batch.getValue()));
            finish();
        }
        rows.commit();
    }

    /** Begins to send a batch that is committed under that number. */
    void send(long batch, List<Message> messages) {
        messages.forEach(one -> {
            var _ = producer.send(one.asRecord(), (_, problem) -> failure.compareAndSet(null, problem));
        });
        sending = batch;
    }

    /** Waits until the broker has what is being sent, and deletes it with the transaction that is open. */
    void finish() throws SQLException {
        var batch = sending;
        if (batch == null) {
            return;
        }
        producer.flush();
        var problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("The broker has not taken a message", problem);
        }
        rows.deleteSent(batch);
        sending = null;
    }

    @Override
    public void close() {
        producer.close();
    }
}
