package jp.tenkyo.lifecycle.door;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.contract.RecordTrace;

/** One row of a source's list, and what the events told of that record so far. */
final class RecordStanding {

    private static final String FIELD = ResidentChangeForm.RECORD_NUMBER;

    private final SourceRecord listed;
    private final List<Missing> missing = new ArrayList<>(0);
    private boolean moreMissing;
    private int lastSeen;

    RecordStanding(SourceRecord listed) {
        this.listed = listed;
    }

    /** Numbers that have not come, both ends included. */
    private record Missing(int from, int to) {

        Stream<Missing> without(int number) {
            return number < from || number > to
                    ? Stream.of(this)
                    : Stream.of(new Missing(from, number - 1), new Missing(number + 1, to))
                            .filter(rest -> rest.from <= rest.to);
        }

        @Override
        public String toString() {
            return from == to ? Integer.toString(from) : from + "-" + to;
        }
    }

    SourceRecord listed() {
        return listed;
    }

    void take(RecordTrace trace) {
        switch (trace) {
            case RecordTrace.Seen(var _, var number) -> lastSeen = Math.max(lastSeen, number);
            case RecordTrace.GapOpened(var _, var from, var to) -> {
                if (from.isPresent() && to.isPresent()) {
                    missing.add(new Missing(from.get(), to.get()));
                } else {
                    moreMissing = true;
                }
            }
            case RecordTrace.GapClosed(var _, var number, var stillMissing) -> {
                var rest = missing.stream().flatMap(one -> one.without(number)).toList();
                missing.clear();
                moreMissing =
                        moreMissing && stillMissing.filter(count -> count == 0).isEmpty();
                missing.addAll(rest);
            }
        }
    }

    /** Whether the events have gone on since the list was made. */
    boolean isAhead() {
        return lastSeen > listed.number();
    }

    /** What the list has and the service has not; empty where they agree. */
    List<Fault> differences() {
        var found = new ArrayList<Fault>();
        if (lastSeen == 0) {
            found.add(new Fault(FIELD, "NEVER_SEEN", "この市区町村からはまだ何も届いていません"));
        } else if (lastSeen < listed.number()) {
            found.add(new Fault(FIELD, "BEHIND", "届いているのは" + lastSeen + "までです"));
        }
        if (!missing.isEmpty() || moreMissing) {
            found.add(new Fault(FIELD, "GAP", "届いていない番号があります(" + missingNumbers() + ")"));
        }
        return found;
    }

    private String missingNumbers() {
        var known = missing.stream().map(Missing::toString);
        return Stream.concat(known, moreMissing ? Stream.of("ほか") : Stream.empty())
                .collect(Collectors.joining(" "));
    }
}
