package jp.tenkyo.benchmarks.latency;

/**
 * Changes at a steady rate, each at an instant that is fixed before the first is sent: one that is sent late because
 * something stood still counts from when it should have been sent (no coordinated omission).
 *
 * @param first resident who is told of; the others follow by number
 * @param changes how many
 * @param rate in changes a second
 * @param beginsAt nanoseconds of {@link System#nanoTime}
 */
public record Stage(int first, int changes, int rate, long beginsAt) {

    static final double SECOND = 1e9;

    /** When the change of that resident is to be sent. */
    public long dueAt(int resident) {
        return beginsAt + Math.round((resident - first) * SECOND / rate);
    }

    boolean isAbout(int resident) {
        return resident >= first && resident < first + changes;
    }

    public int end() {
        return first + changes;
    }
}
