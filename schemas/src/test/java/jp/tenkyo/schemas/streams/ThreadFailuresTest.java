package jp.tenkyo.schemas.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.tenkyo.schemas.RegistryUnavailableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

    private final ThreadFailures failures = new ThreadFailures();

    @Test
    void after_what_may_come_back_the_thread_starts_over() {
        assertThat(failures.handle(new StreamsException(new TimeoutException("the broker is away"))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(failures.handle(new StreamsException(new RegistryUnavailableException("away", new IOException()))))
                .isEqualTo(REPLACE_THREAD);
    }

    @Test
    void after_anything_else_the_stream_stops() {
        assertThat(failures.handle(new StreamsException(new SerializationException("damaged"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(failures.handle(new IllegalStateException("our bug"))).isEqualTo(SHUTDOWN_CLIENT);
    }
}
