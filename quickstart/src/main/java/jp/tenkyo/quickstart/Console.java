package jp.tenkyo.quickstart;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/** What the person at the terminal is told. */
final class Console {

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    /** Does something and says what came of it and how long it took. */
    <T> T step(String what, Callable<T> work) throws Exception {
        var began = System.nanoTime();
        var result = work.call();
        say("  %-20s %-44s %5.1f s".formatted(what, result, (System.nanoTime() - began) / NANOS_PER_SECOND));
        return result;
    }
}
