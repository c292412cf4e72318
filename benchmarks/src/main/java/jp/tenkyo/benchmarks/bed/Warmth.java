package jp.tenkyo.benchmarks.bed;

import java.io.IOException;
import java.time.Duration;

/**
 * Tells when a JVM has compiled what its work is worth: on two processors the second compiler takes one of them for a
 * minute and a half, and what is measured meanwhile is the compiler. To be asked while it works, since a JVM that rests
 * compiles nothing.
 */
public final class Warmth {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(4);

    /** Seconds in each second that a JVM may still compile when it is called warm. */
    private static final double COMPILING_MAX = 0.1;

    private final JavaProcess process;
    private Duration compiled;
    private long lookedAt;
    private double compiling = 1;

    public Warmth(JavaProcess process) throws IOException, InterruptedException {
        this.process = process;
        compiled = process.compileTime();
        lookedAt = System.nanoTime();
    }

    /** Whether it is, as far as was seen until now; true ever after. */
    public boolean isReached() throws IOException, InterruptedException {
        if (compiling >= COMPILING_MAX && System.nanoTime() - lookedAt >= LOOK_EVERY.toNanos()) {
            var before = compiled;
            var lookedBefore = lookedAt;
            compiled = process.compileTime();
            lookedAt = System.nanoTime();
            compiling = (double) compiled.minus(before).toNanos() / (lookedAt - lookedBefore);
        }
        return compiling < COMPILING_MAX;
    }

    /** Seconds in each second that it compiled when it was last looked at; 1 before that. */
    public double compiling() {
        return compiling;
    }
}
