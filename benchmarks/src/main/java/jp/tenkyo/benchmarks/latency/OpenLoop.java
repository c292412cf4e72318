package jp.tenkyo.benchmarks.latency;

import java.util.concurrent.locks.LockSupport;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.Population;

/** Sends a stage's changes when they are due, however long earlier ones take to have an effect. */
record OpenLoop(Population population, Feeder feeder) {

    /**
     * Returns when all are sent.
     *
     * @return how late the latest was sent, in nanoseconds: beyond some milliseconds the sender is what was measured
     */
    long run(Stage stage) {
        var latest = 0L;
        for (var resident = stage.first(); resident < stage.end(); resident++) {
            var record = population.move(resident);
            var due = stage.dueAt(resident);
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            latest = Math.max(latest, System.nanoTime() - due);
            feeder.send(record);
        }
        feeder.flush();
        return latest;
    }
}
