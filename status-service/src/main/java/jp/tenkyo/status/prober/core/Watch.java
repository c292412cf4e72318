package jp.tenkyo.status.prober.core;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;

/** A certificate that is held against its channels. Guarded by {@link Sample}. */
final class Watch {

    private final Map<Channel, View> views = new EnumMap<>(Channel.class);
    private Truth truth;
    private Place place;

    /** What one channel says. */
    private static final class View {

        /** A channel that tells by itself has never told what came before it was listened to. */
        private final int fromVersion;

        private @Nullable Observation latest;
        private @Nullable Instant agreedAt;
        private boolean timed;
        private boolean disagrees;
        private Instant nextLook;

        View(int fromVersion, boolean timed, Instant now) {
            this.fromVersion = fromVersion;
            this.timed = timed;
            this.nextLook = now;
        }
    }

    Watch(StatusRow row, Place place, Instant at) {
        this.truth = Truth.of(row, at);
        this.place = place;
    }

    CertificateId id() {
        return row().id();
    }

    StatusRow row() {
        return truth.now().row();
    }

    Place place() {
        return place;
    }

    boolean isOn(Channel channel) {
        return views.containsKey(channel);
    }

    /** @param timed false where the present record is new, and its coming is to be timed */
    void watchOn(Channel channel, boolean timed) {
        views.put(
                channel,
                new View(
                        row().version(),
                        timed || !truth.shows(channel),
                        truth.now().at()));
    }

    void leave(Channel channel) {
        views.remove(channel);
    }

    void changed(StatusRow row, Place at, Instant readAt) {
        truth = truth.and(row, readAt);
        place = at;
        views.forEach((channel, view) -> {
            view.timed = !truth.shows(channel);
            view.nextLook = readAt;
        });
    }

    /** Forgets what asked channels have said, so that it counts only once they are asked again. */
    void askAgain(Instant now) {
        views.forEach((channel, view) -> {
            if (channel.isAsked()) {
                view.latest = null;
                view.nextLook = now;
            }
        });
    }

    boolean isDue(Channel channel, Instant now) {
        var view = views.get(channel);
        return view != null && !view.nextLook.isAfter(now);
    }

    /** @return how long the present record took to be seen there, if it is seen for the first time */
    Optional<Duration> observed(Channel channel, Observation observation, Instant at) {
        var view = views.get(channel);
        if (view == null || isOlder(observation, view.latest)) {
            return Optional.empty();
        }
        view.latest = observation;
        view.nextLook = Pace.of(channel).next(truth.now().at(), at);
        if (!(outcome(channel).orElseThrow() instanceof Outcome.Agrees)) {
            return Optional.empty();
        }
        view.agreedAt = at;
        var first = !view.timed;
        view.timed = true;
        return first ? Optional.of(since(truth.now().at(), at)) : Optional.empty();
    }

    /** Messages come in any order: whoever gets them keeps the highest version. */
    private static boolean isOlder(Observation observation, @Nullable Observation latest) {
        return observation instanceof Observation.Says says
                && latest instanceof Observation.Says known
                && says.version().isPresent()
                && Observation.Says.versionOf(says) < Observation.Says.versionOf(known);
    }

    /** A channel may be before the prober's own reading of the topic. */
    private static Duration since(Instant readAt, Instant seenAt) {
        return seenAt.isBefore(readAt) ? Duration.ZERO : Duration.between(readAt, seenAt);
    }

    /** Empty where it is not watched there, or has not been asked about yet. */
    Optional<Outcome> outcome(Channel channel) {
        var view = views.get(channel);
        if (view == null) {
            return Optional.empty();
        }
        if (view.latest == null) {
            // Silence of a channel that tells by itself says that nothing has changed.
            return channel.isAsked()
                    ? Optional.empty()
                    : Optional.of(outcome(channel, view, new Observation.KnowsNothing()));
        }
        return Optional.of(outcome(channel, view, view.latest));
    }

    private Outcome outcome(Channel channel, View view, Observation observation) {
        var known = channel.isAsked() ? truth : truth.from(view.fromVersion);
        var outcome = known.judge(observation);
        var agreedAt = view.agreedAt;
        return outcome instanceof Outcome.Differs(var since) && agreedAt != null && agreedAt.isAfter(since)
                ? new Outcome.Differs(agreedAt)
                : outcome;
    }

    /** @return whether that is new */
    boolean disagrees(Channel channel, boolean now) {
        var view = views.get(channel);
        if (view == null || view.disagrees == now) {
            return false;
        }
        view.disagrees = now;
        return true;
    }

    /** Whether every channel agrees. */
    boolean isSettled() {
        return views.keySet().stream().allMatch(channel -> outcome(channel).orElse(null) instanceof Outcome.Agrees);
    }
}
