package jp.tenkyo.quickstart;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;

/** What the person at the terminal is told. */
final class Console {

    private static final double NANOS_PER_SECOND = 1e9;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    /** An instant as the clock on this machine's wall shows it. */
    static String timeOfDay(Instant instant) {
        return TIME.format(instant);
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
