package jp.tenkyo.status.start;

import java.time.InstantSource;

/**
 * The times of this service.
 *
 * @param business what decides whether a certificate has expired
 * @param machine what goes into answers and logs, and decides how long something is kept
 * @param monotonic never goes back; says nothing of the hour
 */
public record Clocks(InstantSource business, InstantSource machine, InstantSource monotonic) {

    /** Business time is the machine's. */
    public static Clocks system() {
        var machine = InstantSource.system();
        return new Clocks(machine, machine, monotonicFrom(machine));
    }

    private static InstantSource monotonicFrom(InstantSource machine) {
        var start = machine.instant();
        var origin = System.nanoTime();
        return () -> start.plusNanos(System.nanoTime() - origin);
    }
}
