package jp.tenkyo.benchmarks.latency;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.Population;

/** Sends a stage's changes when they are due, however long earlier ones take to have an effect. */
public record OpenLoop(Population population, Feeder feeder) {

    /**
     * Returns when all are sent.
     *
     * @return how late the latest was sent, in nanoseconds: beyond some milliseconds the sender is what was measured
     */
    public long run(Stage stage) {
        return runWhile(stage, () -> true).late;
    }

    /**
     * What was sent.
     *
     * @param end the first resident whom nothing was sent about
     * @param late the most, in nanoseconds
     */
    public record Sent(int end, long late) {}

    /** Ends sooner where it need not go on any more. */
    public Sent runWhile(Stage stage, BooleanSupplier goesOn) {
        var latest = 0L;
        var resident = stage.first();
        for (; resident < stage.end() && goesOn.getAsBoolean(); resident++) {
            var record = population.move(resident);
            var due = stage.dueAt(resident);
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            latest = Math.max(latest, System.nanoTime() - due);
            feeder.send(record);
        }
        feeder.flush();
        return new Sent(resident, latest);
    }
}
