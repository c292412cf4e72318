package jp.tenkyo.lifecycle.core;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Versions of a holder's record in one municipality that have come, and those that have not although a later one has
 * (rule book 8). The first number seen is the baseline: nothing is said of those before it.
 *
 * @param highest number seen; 0 before the first
 * @param missing ranges of numbers below the highest, in order, at most {@link #GAPS_MAX}
 * @param unknownMore whether more is missing than is kept
 */
public record RecordNumbers(int highest, List<Gap> missing, boolean unknownMore) {

    /** More gaps than that are one "unknown". */
    static final int GAPS_MAX = 8;

    static final RecordNumbers NONE = new RecordNumbers(0, List.of(), false);

    /** Of a municipality beyond those whose numbers are kept. */
    static final RecordNumbers NOT_KEPT = new RecordNumbers(0, List.of(), true);

    /** Versions that have not come, both ends included. */
    public record Gap(int from, int to) {

        private boolean has(int number) {
            return from <= number && number <= to;
        }

        private List<Gap> without(int number) {
            var rest = new ArrayList<Gap>();
            if (from < number) {
                rest.add(new Gap(from, number - 1));
            }
            if (number < to) {
                rest.add(new Gap(number + 1, to));
            }
            return rest;
        }
    }

    /** These numbers once one more has come; the same where it is known or lies before the baseline. */
    RecordNumbers with(int number) {
        if (equals(NOT_KEPT)) {
            return this;
        }
        if (highest == 0) {
            return new RecordNumbers(number, List.of(), false);
        }
        return number > highest ? after(number) : filledBy(number);
    }

    /** Whether a version that was missing has come. */
    boolean isMissing(int number) {
        for (var gap : missing) {
            if (gap.has(number)) {
                return true;
            }
        }
        return false;
    }

    /** How many versions are missing; empty where more are missing than is kept. */
    OptionalInt missingCount() {
        return unknownMore
                ? OptionalInt.empty()
                : OptionalInt.of(missing.stream()
                        .mapToInt(gap -> gap.to() - gap.from() + 1)
                        .sum());
    }

    private RecordNumbers after(int number) {
        if (number == highest + 1) {
            return new RecordNumbers(number, missing, unknownMore);
        }
        var all = new ArrayList<>(missing);
        all.add(new Gap(highest + 1, number - 1));
        return kept(number, all);
    }

    private RecordNumbers filledBy(int number) {
        if (!isMissing(number)) {
            return this;
        }
        return kept(
                highest,
                missing.stream()
                        .flatMap(gap -> gap.has(number) ? gap.without(number).stream() : List.of(gap).stream())
                        .toList());
    }

    private RecordNumbers kept(int number, List<Gap> all) {
        return new RecordNumbers(
                number,
                List.copyOf(all.subList(0, Math.min(all.size(), GAPS_MAX))),
                unknownMore || all.size() > GAPS_MAX);
    }
}
