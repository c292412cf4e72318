package jp.tenkyo.notifier.start;

import jp.tenkyo.schemas.streams.ThreadFailures;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The one Kafka Streams client of this service, which the binder makes when the context starts. */
public final class Streams {

    private final ObjectProvider<StreamsBuilderFactoryBean> made;

    Streams(ObjectProvider<StreamsBuilderFactoryBean> made) {
        this.made = made;
    }

    /** @throws InvalidStateStoreException before it has started: try again later */
    public KafkaStreams client() {
        var bean = made.getIfAvailable();
        var client = bean == null ? null : bean.getKafkaStreams();
        if (client == null) {
            throw new InvalidStateStoreException("The topology has not started yet.");
        }
        return client;
    }

    public KafkaStreams.State state() {
        try {
            return client().state();
        } catch (InvalidStateStoreException e) {
            return KafkaStreams.State.CREATED;
        }
    }

    static void harden(StreamsBuilderFactoryBean bean) {
        // A close that stays in the group makes the next start wait out the session.
        bean.setLeaveGroupOnClose(true);
        bean.setStreamsUncaughtExceptionHandler(new ThreadFailures());
    }
}
