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
        return drivenBy(InstantSource.system());
    }

    /** Business time is somebody else's; what clients hold against their own clocks stays the machine's. */
    static Clocks drivenBy(InstantSource business) {
        var machine = InstantSource.system();
        return new Clocks(business, machine, monotonicFrom(machine));
    }

    private static InstantSource monotonicFrom(InstantSource machine) {
        var start = machine.instant();
        var origin = System.nanoTime();
        return () -> start.plusNanos(System.nanoTime() - origin);
    }
}
