package jp.tenkyo.status.prober;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * The prober's threads. They start after the server and stop before it (the default phase is the last); what becomes of
 * them changes nothing for anybody who asks this service.
 */
final class AgreementProber implements SmartLifecycle {

    private final List<Loop> loops;
    private final List<AutoCloseable> parts;
    private volatile boolean running;

    /** @param parts closed in this order, when no loop uses them any more */
    AgreementProber(List<Loop> loops, List<AutoCloseable> parts) {
        this.loops = List.copyOf(loops);
        this.parts = List.copyOf(parts);
    }

    @Override
    public void start() {
        running = true;
        loops.forEach(Loop::start);
    }

    @Override
    public void stop() {
        running = false;
        loops.forEach(Loop::stop);
        for (var part : parts) {
            close(part);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException("A part of the prober does not close", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
