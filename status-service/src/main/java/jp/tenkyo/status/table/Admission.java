package jp.tenkyo.status.table;

import jp.tenkyo.status.contract.Reading;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;

/** Whether a record that came may be answered from, given what is known. */
sealed interface Admission {

    record Taken(StatusRow row) implements Admission {}

    /** @param doubt whether what is known may no longer be answered from either */
    record Refused(Anomaly.Kind kind, boolean doubt) implements Admission {}

    /**
     * Versions may jump: compaction drops what lies between. They never fall, and what is final stays (rule book 2.4).
     */
    static Admission of(Entry known, Reading reading) {
        return switch (reading) {
            case Reading.Unreadable _ -> new Refused(Anomaly.Kind.UNREADABLE, true);
            case Reading.Understood(var next) ->
                known.known().map(row -> after(row, next)).orElseGet(() -> new Taken(next));
        };
    }

    private static Admission after(StatusRow known, StatusRow next) {
        var byVersion = Integer.compare(next.version(), known.version());
        if (byVersion < 0) {
            // An earlier end would have been final: one of the two is a lie.
            return new Refused(Anomaly.Kind.WENT_BACK, next.status() == Status.REVOKED);
        }
        if (byVersion == 0) {
            return next.equals(known)
                    ? new Refused(Anomaly.Kind.REPEATED, false)
                    : new Refused(Anomaly.Kind.CONFLICTING, true);
        }
        return known.status().isFinal() && next.status() != Status.REVOKED && next.status() != known.status()
                ? new Refused(Anomaly.Kind.REINSTATED, false)
                : new Taken(next);
    }
}
