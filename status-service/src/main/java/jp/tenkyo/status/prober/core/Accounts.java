package jp.tenkyo.status.prober.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds up what is seen of the channels. Guarded by {@link Sample}, which advances it before anything changes. */
final class Accounts {

    private final Bounds bounds;
    private final Findings findings;
    private final Map<Channel, Tally> tallies = new EnumMap<>(Channel.class);
    private final Set<Channel> refusing = EnumSet.noneOf(Channel.class);
    private Instant advancedTo;

    Accounts(Bounds bounds, Findings findings, Instant now) {
        this.bounds = bounds;
        this.findings = findings;
        this.advancedTo = now;
        bounds.within().keySet().forEach(channel -> tallies.put(channel, new Tally()));
    }

    /**
     * How a channel is seen now.
     *
     * @param refuses whether it does not answer of at least one
     * @param overAt when the bound is over, for each certificate of which it says something else
     */
    private record Seen(int watched, boolean refuses, List<Instant> overAt) {}

    private Seen look(Channel channel, Collection<Watch> watched) {
        var on = watched.stream().filter(watch -> watch.isOn(channel)).toList();
        if (refusing.contains(channel)) {
            return new Seen(on.size(), true, List.of());
        }
        var overAt = new ArrayList<Instant>();
        var refuses = false;
        for (var watch : on) {
            var outcome = watch.outcome(channel).orElse(null);
            refuses |= outcome instanceof Outcome.NotAnswering;
            if (outcome instanceof Outcome.Differs(var since)) {
                overAt.add(since.plus(bounds.within(channel)));
            }
        }
        return new Seen(on.size(), refuses, overAt);
    }

    /** The time since the last event, during which nothing has changed but the hour. */
    void advance(Collection<Watch> watched, Instant now) {
        if (!now.isAfter(advancedTo)) {
            return;
        }
        tallies.forEach((channel, tally) -> {
            var seen = look(channel, watched);
            if (seen.refuses()) {
                tally.didNotAnswer(Duration.between(advancedTo, now));
            }
            seen.overAt().stream()
                    .min(Instant::compareTo)
                    .filter(over -> over.isBefore(now))
                    .map(over -> Duration.between(over.isAfter(advancedTo) ? over : advancedTo, now))
                    .ifPresent(more -> {
                        tally.disagreed(more);
                        report(channel, watched, now);
                    });
        });
        advancedTo = now;
    }

    private void report(Channel channel, Collection<Watch> watched, Instant now) {
        for (var watch : watched) {
            if (watch.outcome(channel).orElse(null) instanceof Outcome.Differs(var since)
                    && since.plus(bounds.within(channel)).isBefore(now)
                    && watch.disagrees(channel, true)) {
                findings.disagrees(channel, watch.place());
            }
        }
    }

    /** A channel that tells by itself does not answer, or answers again. */
    void refuses(Channel channel, boolean isRefusing) {
        if (isRefusing) {
            tally(channel).count(new Outcome.NotAnswering());
            refusing.add(channel);
        } else {
            refusing.remove(channel);
        }
    }

    /** @param visibleAfter how long a change took to be seen, where that was seen for the first time */
    void observed(Watch watch, Channel channel, Optional<Duration> visibleAfter) {
        visibleAfter.ifPresent(delay -> {
            tally(channel).visible(delay);
            findings.visible(channel, delay);
        });
        watch.outcome(channel).ifPresent(outcome -> {
            tally(channel).count(outcome);
            if (outcome instanceof Outcome.Agrees) {
                agrees(watch, channel);
            }
        });
    }

    private void agrees(Watch watch, Channel channel) {
        if (watch.disagrees(channel, false)) {
            findings.agreesAgain(channel, watch.place());
        }
    }

    void settled(Watch watch) {
        tallies.keySet().forEach(channel -> agrees(watch, channel));
    }

    /** In the order of the channels. */
    List<Standing> standing(Collection<Watch> watched, Instant now) {
        return tallies.keySet().stream()
                .map(channel -> standing(channel, look(channel, watched), now))
                .toList();
    }

    private Standing standing(Channel channel, Seen seen, Instant now) {
        var disagreeing =
                (int) seen.overAt().stream().filter(over -> over.isBefore(now)).count();
        var state = tally(channel).hasSeenAgreement() ? Standing.State.AGREES : Standing.State.NOTHING_YET;
        if (disagreeing > 0) {
            state = Standing.State.DISAGREES;
        } else if (seen.refuses()) {
            state = Standing.State.NOT_ANSWERING;
        }
        return tally(channel).standing(channel, state, seen.watched(), disagreeing);
    }

    private Tally tally(Channel channel) {
        return tallies.computeIfAbsent(channel, _ -> new Tally());
    }
}
