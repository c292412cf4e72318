package jp.tenkyo.status.prober.core;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jp.tenkyo.status.core.StatusRow;

/**
 * What the topic has said of a certificate since it is watched.
 *
 * @param seen in order of version, the last one being what is true now; never empty
 */
record Truth(List<Seen> seen) {

    /** Older ones are forgotten: a channel that shows them is as far behind as one that shows the oldest kept. */
    private static final int SEEN_MAX = 8;

    /** A record of the topic, and when it was read (monotonic time). */
    record Seen(StatusRow row, Instant at) {

        private boolean is(Effect effect, OptionalInt version) {
            return (version.isEmpty() || version.getAsInt() == row.version())
                    && Effect.of(row).equals(effect);
        }
    }

    static Truth of(StatusRow row, Instant at) {
        return new Truth(List.of(new Seen(row, at)));
    }

    Truth and(StatusRow row, Instant at) {
        var all = Stream.concat(seen.stream(), Stream.of(new Seen(row, at))).toList();
        return new Truth(all.subList(Math.max(0, all.size() - SEEN_MAX), all.size()));
    }

    Seen now() {
        return seen.getLast();
    }

    /** Without what came before that version; the present one stays. */
    Truth from(int version) {
        var later = seen.stream().filter(one -> one.row().version() >= version).toList();
        return later.isEmpty() ? new Truth(List.of(now())) : new Truth(later);
    }

    Outcome judge(Observation observation) {
        return switch (observation) {
            case Observation.Refuses() -> new Outcome.NotAnswering();
            case Observation.KnowsNothing() ->
                new Outcome.Differs(seen.getFirst().at());
            case Observation.Says(var effect, var version) -> judge(effect, version);
        };
    }

    /** The latest that fits counts, so a channel that carries no version is never taken for older than it may be. */
    private Outcome judge(Effect effect, OptionalInt version) {
        for (var index = seen.size() - 1; index >= 0; index--) {
            if (seen.get(index).is(effect, version)) {
                return index == seen.size() - 1
                        ? new Outcome.Agrees()
                        : new Outcome.Differs(seen.get(index + 1).at());
            }
        }
        var isAhead = version.isPresent() && version.getAsInt() >= now().row().version();
        return new Outcome.Differs(isAhead ? now().at() : seen.getFirst().at());
    }

    /** Whether the present record shows on a channel that carries no version, so that its coming can be timed there. */
    boolean shows(Channel channel) {
        if (!channel.isAsked()) {
            return true;
        }
        var effect = Effect.of(now().row());
        if (seen.size() > 1) {
            return !effect.equals(Effect.of(seen.get(seen.size() - 2).row()));
        }
        // Of what was before, only this much is certain.
        return !effect.equals(Effect.UNREVOKED)
                || (channel == Channel.OCSP && now().row().version() == 1);
    }
}
