package jp.tenkyo.lifecycle.core;

/**
 * What is known of a holder's record in one municipality.
 *
 * @param marks what its changes mean for certificates
 * @param arrivals what came into it, which calls off the timer of a move-out
 * @param numbers the versions that have come, and those that are missing
 */
public record Residence(ChangeMarks marks, Arrivals arrivals, RecordNumbers numbers) {

    static final Residence UNKNOWN = new Residence(ChangeMarks.NONE, Arrivals.NONE, RecordNumbers.NONE);

    Residence with(ChangeMarks other) {
        return new Residence(other, arrivals, numbers);
    }

    Residence with(Arrivals other) {
        return new Residence(marks, other, numbers);
    }

    Residence with(RecordNumbers other) {
        return new Residence(marks, arrivals, other);
    }
}
