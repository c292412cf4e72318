package jp.tenkyo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** One figure that is claimed, and how it is measured. */
public interface Benchmark {

    /** As it is called on the command line. */
    String name();

    /** What is measured, in one line. */
    String says();

    /** What the figure is held against. */
    Aim aim();

    /**
     * Measures.
     *
     * @param progress where to tell how far it is
     * @return the samples, at least one; the figure is their median
     * @throws IOException if what it needs cannot be started
     */
    List<Double> measure(Effort effort, PrintStream progress) throws IOException;
}
