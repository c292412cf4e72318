package jp.tenkyo.lifecycle.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Does all that the core must not do. {@link WallTest} proves with it that the wall sees each leak. */
final class LeakingCanary {

    private LeakingCanary() {}

    static Instant readsTheClock() {
        return Instant.now();
    }

    static LocalDate readsTheDay() {
        return LocalDate.now(Tokyo.ZONE);
    }

    static Instant readsAnInjectedClock(Clock clock) {
        return clock.instant();
    }

    static long readsTheMachinesTime() {
        return System.nanoTime();
    }

    static int draws() {
        return new Random().nextInt();
    }

    static double drawsByMath() {
        return Math.random();
    }

    static String drawsAnId() {
        return UUID.randomUUID().toString();
    }

    static int drawsInAThread() {
        return ThreadLocalRandom.current().nextInt();
    }

    static void logs() {
        System.getLogger("canary").log(System.Logger.Level.INFO, "leak");
    }

    static void prints() {
        System.out.println("leak");
    }

    static void logsThroughAnotherLibrary() {
        org.slf4j.LoggerFactory.getLogger(LeakingCanary.class).info("leak");
    }

    static void readsAFile(java.nio.file.Path path) throws java.io.IOException {
        java.nio.file.Files.size(path);
    }
}
