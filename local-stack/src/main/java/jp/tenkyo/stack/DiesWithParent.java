package jp.tenkyo.stack;

import java.io.IOException;
import java.util.Arrays;

/**
 * Main class of a child process that must not outlive the one that started it, however that one ends: runs another main
 * class and leaves when standard input ends, which the system closes with the parent.
 *
 * <p>Arguments: the main class, then its arguments.
 */
public final class DiesWithParent {

    private DiesWithParent() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent-watch").start(DiesWithParent::leaveWhenInputEnds);
        var application = Class.forName(arguments[0]);
        Object rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        application.getMethod("main", String[].class).invoke(null, rest);
    }

    private static void leaveWhenInputEnds() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said; only the end counts.
            }
        } catch (IOException e) {
            // A broken pipe is an end too.
        }
        System.exit(0);
    }
}
