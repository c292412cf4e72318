package jp.tenkyo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;

/** One figure that is claimed, and how it is measured. */
public interface Benchmark {

    /** As it is called on the command line. */
    String name();

    /** What is measured, in one line. */
    String says();

    /** What the figure is held against. */
    Aim aim();

    /** Whether it starts broker, registry and services, which takes longer than a build should. */
    default boolean needsServers() {
        return false;
    }

    /**
     * Measures.
     *
     * @param progress where to tell how far it is
     * @return the figure's samples, at least one; the figure is their median
     * @throws IOException if what it needs cannot be started
     */
    Findings measure(Effort effort, PrintStream progress) throws IOException, InterruptedException;
}
