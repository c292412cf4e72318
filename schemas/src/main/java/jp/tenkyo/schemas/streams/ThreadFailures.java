package jp.tenkyo.schemas.streams;

import jp.tenkyo.schemas.RegistryUnavailableException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a stream thread's end means. What is away may come back: the thread starts over. Anything else is our bug or
 * damaged data: stop loudly, lose nothing.
 */
public final class ThreadFailures implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        if (isPassing(thrown)) {
            LOG.warn("A stream thread starts over: {}", thrown.toString());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("A stream thread met what must not happen; the stream stops.", thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean isPassing(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException || cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }
}
