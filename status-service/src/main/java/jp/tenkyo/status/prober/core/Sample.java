package jp.tenkyo.status.prober.core;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;

/**
 * Some of the certificates, held against every channel: those that have just changed until all channels say so, and now
 * and then one that has not. Instants are monotonic unless they are called business. Safe for use by several threads.
 */
public final class Sample {

    /** An end nears that no record marks: what each channel says of it is not held against the others. */
    private static final Duration LEAST_VALIDITY = Duration.ofDays(1);
    /** So that what is looked at later is not of the last minutes alone. */
    private static final int KEPT_ONE_IN = 16;

    private final Bounds bounds;
    private final BiPredicate<Channel, StatusRow> covers;
    private final Accounts accounts;
    private final Map<CertificateId, Watch> watched = new LinkedHashMap<>();
    /** The one that was looked at the longest time ago comes first. */
    private final Map<CertificateId, Watch> unchanged = new LinkedHashMap<>();

    private final Map<Channel, Told> told = new EnumMap<>(Channel.class);
    private Instant nextTaken;
    private Instant nextUnchanged;
    private long settled;

    /** @param covers whether a channel has anything about a status, for example lists of its issuer */
    public Sample(Bounds bounds, BiPredicate<Channel, StatusRow> covers, Findings findings, Instant now) {
        this.bounds = bounds;
        this.covers = covers;
        this.accounts = new Accounts(bounds, findings, now);
        this.nextTaken = now;
        this.nextUnchanged = now;
    }

    /**
     * Whether a record is worth reading.
     *
     * @param isCurrent whether the topic is read to its end, so that its records are new
     */
    public synchronized boolean wants(CertificateId id, boolean isCurrent, Instant now) {
        return watched.containsKey(id) || unchanged.containsKey(id) || (isCurrent && takesOneMore(now));
    }

    private boolean takesOneMore(Instant now) {
        return watched.size() < bounds.watchedMax() && !now.isBefore(nextTaken);
    }

    /** A record that was there before the prober: what it says is true, and nobody knows for how long. */
    public synchronized void found(StatusRow row, Place place, Instant now, Instant businessNow) {
        unchanged.remove(row.id());
        if (isLasting(row, businessNow) && !watched.containsKey(row.id())) {
            var watch = new Watch(row, place, now);
            asked(row).forEach(channel -> watch.watchOn(channel, true));
            keep(watch);
        }
    }

    /** A record has just been read from the topic. */
    public synchronized void changed(StatusRow row, Place place, Instant now, Instant businessNow) {
        var known = Optional.ofNullable(watched.get(row.id())).or(() -> Optional.ofNullable(unchanged.get(row.id())));
        account(now);
        if (!isLasting(row, businessNow)
                || known.filter(watch -> row.version() <= watch.row().version()).isPresent()) {
            forget(row.id());
        } else if (known.isPresent()) {
            unchanged.remove(row.id());
            known.get().changed(row, place, now);
            watch(known.get());
        } else if (takesOneMore(now)) {
            nextTaken = now.plus(bounds.takenEvery());
            var watch = new Watch(row, place, now);
            asked(row).forEach(channel -> watch.watchOn(channel, false));
            watch(watch);
        }
    }

    private List<Channel> asked(StatusRow row) {
        return bounds.within().keySet().stream()
                .filter(channel -> channel.isAsked() && covers.test(channel, row))
                .toList();
    }

    private void watch(Watch watch) {
        watched.put(watch.id(), watch);
        told.forEach((channel, messages) -> {
            if (!watch.isOn(channel) && messages.listensTo(watch.place()) && covers.test(channel, watch.row())) {
                watch.watchOn(channel, false);
            }
            messages.of(watch.id()).ifPresent(message -> observe(watch, channel, message.says(), message.at()));
        });
        settleIfDone(watch);
    }

    /** Its record cannot be read, or contradicts another: nobody knows what is true. */
    public synchronized void forget(CertificateId id) {
        watched.remove(id);
        unchanged.remove(id);
    }

    /** What is true is no longer known of any. */
    public synchronized void forgetAll(Instant now) {
        account(now);
        watched.clear();
        unchanged.clear();
    }

    /**
     * A channel that tells by itself is listened to.
     *
     * @param ends of the topic, by partition, looked up since: it tells every record from there on
     */
    public synchronized void listens(Channel channel, Map<Integer, Long> ends, Instant now) {
        account(now);
        told.put(channel, new Told(ends));
        accounts.refuses(channel, false);
    }

    /** It has missed something: nothing that came before counts. */
    public synchronized void hasMissedSome(Channel channel, Instant now) {
        account(now);
        told.remove(channel);
        watched.values().forEach(watch -> watch.leave(channel));
        unchanged.values().forEach(watch -> watch.leave(channel));
        List.copyOf(watched.values()).forEach(this::settleIfDone);
    }

    /** A channel that tells by itself does not answer, or answers again. */
    public synchronized void refuses(Channel channel, boolean isRefusing, Instant now) {
        account(now);
        accounts.refuses(channel, isRefusing);
    }

    /** A channel has told of a certificate by itself. */
    public synchronized void told(Channel channel, CertificateId id, Observation.Says says, Instant at) {
        var messages = told.get(channel);
        if (messages == null) {
            return;
        }
        messages.add(id, says, at);
        var watch = watched.getOrDefault(id, unchanged.get(id));
        if (watch != null) {
            account(at);
            observe(watch, channel, says, at);
            settleIfDone(watch);
        }
    }

    /** What is to be asked about on a channel. */
    public synchronized List<StatusRow> due(Channel channel, Instant now) {
        return watched.values().stream()
                .filter(watch -> watch.isDue(channel, now))
                .map(Watch::row)
                .toList();
    }

    /** What a channel has answered. */
    public synchronized void observed(Channel channel, CertificateId id, Observation observation, Instant at) {
        var watch = watched.get(id);
        if (watch != null) {
            account(at);
            observe(watch, channel, observation, at);
            settleIfDone(watch);
        }
    }

    /** A channel turned out to have nothing to be held against for this certificate. */
    public synchronized void cannotBeAsked(Channel channel, CertificateId id, Instant now) {
        var watch = watched.get(id);
        if (watch != null) {
            account(now);
            watch.leave(channel);
            settleIfDone(watch);
        }
    }

    private void observe(Watch watch, Channel channel, Observation observation, Instant at) {
        if (watch.isOn(channel)) {
            accounts.observed(watch, channel, watch.observed(channel, observation, at));
        }
    }

    private void settleIfDone(Watch watch) {
        if (watch.isSettled() && watched.remove(watch.id()) != null) {
            accounts.settled(watch);
            settled++;
            if (unchanged.size() < bounds.unchangedMax() || settled % KEPT_ONE_IN == 0) {
                keep(watch);
            }
        }
    }

    private void keep(Watch watch) {
        if (unchanged.size() >= bounds.unchangedMax()) {
            unchanged.remove(unchanged.keySet().iterator().next());
        }
        unchanged.put(watch.id(), watch);
    }

    /** Brings the next unchanged one forward, to be asked about, and forgets what is about to expire. */
    public synchronized void lookAround(Instant now, Instant businessNow) {
        account(now);
        watched.values().removeIf(watch -> !isLasting(watch.row(), businessNow));
        unchanged.values().removeIf(watch -> !isLasting(watch.row(), businessNow));
        if (!now.isBefore(nextUnchanged) && !unchanged.isEmpty() && watched.size() < bounds.watchedMax()) {
            nextUnchanged = now.plus(bounds.unchangedEvery());
            var next = unchanged.remove(unchanged.keySet().iterator().next());
            if (next != null) {
                next.askAgain(now);
                watched.put(next.id(), next);
            }
        }
    }

    private static boolean isLasting(StatusRow row, Instant businessNow) {
        return row.status() != Status.EXPIRED && row.notAfter().isAfter(businessNow.plus(LEAST_VALIDITY));
    }

    /** How all channels stand, in their order. */
    public synchronized List<Standing> standing(Instant now) {
        account(now);
        return accounts.standing(watched.values(), now);
    }

    private void account(Instant now) {
        accounts.advance(watched.values(), now);
    }
}
