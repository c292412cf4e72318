package jp.tenkyo.quickstart.city;

import java.util.List;

/**
 * Residents to whom the same happens, and what must come of it: one hand-written case.
 *
 * @param name says the situation, for whoever reads a difference
 * @param size residents in a city of {@value #FULL_SIZE_FROM} or more
 */
record Group(String name, int size, Traits traits, List<RowPattern> rows, Effect effect, Told told, FollowUp followUp) {

    private static final int FULL_SIZE_FROM = 2_000;

    static Group of(String name, int size, Traits traits, RowPattern... rows) {
        return new Group(name, size, traits, List.of(rows), Effect.KEEPS, Told.NOTHING, FollowUp.NOTHING);
    }

    /** Signing certificates end, authentication stays, and the holder is told. */
    Group endsSigning() {
        return new Group(name, size, traits, rows, Effect.ENDS_SIGNING, Told.SIGNING_REVOKED, followUp);
    }

    /** Signing certificates end as a record error (記録誤り等), of which the holder is told promptly. */
    Group endsAsRecordError() {
        return new Group(name, size, traits, rows, Effect.ENDS_SIGNING, Told.RECORD_ERROR, followUp);
    }

    Group endsBoth(Told tells) {
        return new Group(name, size, traits, rows, Effect.ENDS_BOTH, tells, followUp);
    }

    Group then(FollowUp request) {
        return new Group(name, size, traits, rows, effect, told, request);
    }

    Group having(Effect other, Told tells) {
        return new Group(name, size, traits, rows, other, tells, followUp);
    }

    /** Small cities keep every case, with fewer residents in it. */
    int sizeIn(int residents) {
        return residents >= FULL_SIZE_FROM ? size : Math.max(1, (int) ((long) size * residents / FULL_SIZE_FROM));
    }

    /** What the holder must hear of at once. */
    enum Told {
        /** No notice may be planned, reminders due today excepted. */
        NOTHING,
        /** Nothing at all: the holder died. */
        NOTHING_EVER,
        SIGNING_REVOKED,
        /** One notice of both kinds. */
        BOTH_ENDED,
        RECORD_ERROR,
        RENEWED
    }

    /** What the counter does after the day's file. */
    enum FollowUp {
        NOTHING,
        /** A new signing certificate made from the changed record. */
        REISSUE,
        /** New certificates of both kinds. */
        RENEW
    }
}
