package jp.tenkyo.quickstart;

/** What is going on now, told by the one thread that does it to whoever looks. */
final class Progress {

    /** @param percent of the phase that is done; -1 where that is not known */
    record Moment(Phase phase, int percent) {}

    private static final int NOT_KNOWN = -1;
    private static final long HUNDRED = 100;

    private volatile Moment now = new Moment(Phase.STARTING, NOT_KNOWN);

    void enter(Phase phase) {
        now = new Moment(phase, NOT_KNOWN);
    }

    void reached(long done, long total) {
        if (total > 0) {
            now = new Moment(now.phase(), (int) Math.min(HUNDRED, HUNDRED * done / total));
        }
    }

    Moment now() {
        return now;
    }
}
