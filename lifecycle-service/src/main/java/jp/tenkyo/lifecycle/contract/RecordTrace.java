package jp.tenkyo.lifecycle.contract;

import java.util.Optional;

/** What one event tells of the numbers of a holder's resident record in a municipality. */
public sealed interface RecordTrace {

    String municipality();

    /** A change with that number was decided, or a certificate made from it was registered. */
    record Seen(String municipality, int number) implements RecordTrace {}

    /** Numbers are missing; both ends are included, and empty where there are more gaps than are kept. */
    record GapOpened(String municipality, Optional<Integer> from, Optional<Integer> to) implements RecordTrace {}

    /**
     * A missing number has come.
     *
     * @param stillMissing how many are, where that is known
     */
    record GapClosed(String municipality, int number, Optional<Integer> stillMissing) implements RecordTrace {}
}
