package jp.tenkyo.quickstart;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, in order. Stopped in the reverse order, once, whoever asks first: the run that comes to its
 * end or the signal that ends it.
 */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean stopping;

    /** @throws StoppingException if all is being stopped already; the part is stopped as well then */
    <T extends AutoCloseable> T keep(T part) {
        synchronized (this) {
            if (!stopping) {
                started.push(part);
                return part;
            }
        }
        stop(part);
        throw new StoppingException();
    }

    /** @throws StoppingException if all is being stopped already */
    synchronized void goOn() {
        if (stopping) {
            throw new StoppingException();
        }
    }

    /** From now on nothing new is kept. */
    synchronized void refuseNew() {
        stopping = true;
    }

    @Override
    public synchronized void close() {
        stopping = true;
        while (!started.isEmpty()) {
            stop(started.pop());
        }
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // One part that does not stop well must not keep the others from being stopped.
            LOG.warn("{} did not stop well", part.getClass().getSimpleName(), e);
        }
    }

    /** Somebody asked to stop while parts were still being started. */
    static final class StoppingException extends RuntimeException {

        private static final long serialVersionUID = 1;

        StoppingException() {
            super("Stopping");
        }
    }
}
