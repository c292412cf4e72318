package jp.tenkyo.benchmarks.database;

import java.sql.SQLException;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Goes on where the database says: positions are committed together with what they led to. */
record Assignment(Consumer<?, ?> consumer, Rows rows) implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        try {
            for (var partition : partitions) {
                consumer.seek(partition, rows.position(partition));
            }
            rows.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say how far the inputs have been taken", e);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // Whatever was polled is committed: polling and committing take turns.
    }
}
