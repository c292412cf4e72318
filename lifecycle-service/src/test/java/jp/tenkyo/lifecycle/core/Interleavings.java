package jp.tenkyo.lifecycle.core;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plays a history in every interleaving of its two topics. Prefixes that leave the holder in the same state are played
 * on once: from equal states the same inputs lead to equal states, so no order is left out.
 */
final class Interleavings {

    /** Why a history is wrong, and the order of inputs that shows it. */
    record Failure(String what, List<String> order) {}

    /** A state of the holder, and one order of inputs that leads to it. */
    private record Reached(Holder holder, List<Command> order) {}

    private final Policy policy = Policy.ofRuleBook();
    private Optional<Failure> failure = Optional.empty();
    private long decisions;

    /** What is wrong with the history, if anything; the first thing found. */
    Optional<Failure> play(History history) {
        failure = Optional.empty();
        var reached = Map.of(Holder.unknown(Story.HOLDER), List.<Command>of());
        for (var phase : history.phases()) {
            reached = play(phase, reached);
        }
        compareStatuses(reached);
        reached.forEach((holder, order) -> redeliverAll(history, new Reached(holder, order)));
        return failure;
    }

    /** Of all plays so far. */
    long decisions() {
        return decisions;
    }

    private Map<Holder, List<Command>> play(History.Phase phase, Map<Holder, List<Command>> from) {
        var rows = new ArrayList<Map<Holder, List<Command>>>();
        for (var i = 0; i <= phase.changes().size(); i++) {
            for (var j = 0; j <= phase.requests().size(); j++) {
                var here = new LinkedHashMap<Holder, List<Command>>();
                if (i == 0 && j == 0) {
                    from.forEach((holder, order) -> here.putIfAbsent(passTime(holder, phase, order), order));
                }
                if (i > 0) {
                    step(
                            phase,
                            rows.get(index(phase, i - 1, j)),
                            phase.changes().get(i - 1),
                            here);
                }
                if (j > 0) {
                    step(
                            phase,
                            rows.get(index(phase, i, j - 1)),
                            phase.requests().get(j - 1),
                            here);
                }
                rows.add(here);
            }
        }
        return rows.getLast();
    }

    private static int index(History.Phase phase, int i, int j) {
        return i * (phase.requests().size() + 1) + j;
    }

    private Holder passTime(Holder before, History.Phase phase, List<Command> order) {
        var passage = Lifecycle.passTime(before, phase.at(), policy);
        checkEvents(before, passage.holder(), passage.due(), order);
        return passage.holder();
    }

    private void step(
            History.Phase phase, Map<Holder, List<Command>> before, Command command, Map<Holder, List<Command>> after) {
        var redelivered = false;
        for (var reached : before.entrySet()) {
            var order = new ArrayList<>(reached.getValue());
            order.add(command);
            var step = handle(phase.at(), reached.getKey(), command, order);
            // Once from each place in the two topics is enough.
            if (!redelivered) {
                redeliver(phase.at(), command, step, order);
                redelivered = true;
            }
            after.putIfAbsent(step.holder(), order);
        }
    }

    private Lifecycle.Step handle(Instant at, Holder before, Command command, List<Command> order) {
        decisions++;
        var step = Lifecycle.handle(before, command, at, policy);
        var events = new ArrayList<>(step.due());
        events.addAll(step.decision().happened());
        checkEvents(before, step.holder(), events, order);
        return step;
    }

    /** A redelivery changes nothing: UNCHANGED, or the same refusal again. */
    private void redeliver(Instant at, Command command, Lifecycle.Step step, List<Command> order) {
        var first = step.decision();
        var again = Lifecycle.handle(step.holder(), command, at, policy);
        var same =
                switch (again.decision()) {
                    case Decision.Accepted _ -> false;
                    case Decision.Unchanged _ -> !(first instanceof Decision.Rejected);
                    // A release that has been granted leaves nothing on hold.
                    case Decision.Rejected rejected -> isRelease(command) || rejected.equals(first);
                };
        if (!same || !again.holder().equals(step.holder())) {
            fail("redelivered at once, it was first " + first + " and then " + again.decision(), order);
        }
    }

    /**
     * Late redeliveries of all inputs, but of those that mean another thing when they come later: holds and releases
     * take turns, and a ground of the whole carrier meets what is on the carrier by then.
     */
    private void redeliverAll(History history, Reached reached) {
        var last = history.phases().getLast().at();
        for (var command : reached.order()) {
            if (meansAnotherThingLater(command)) {
                continue;
            }
            var again = Lifecycle.handle(reached.holder(), command, last, policy);
            if (again.decision() instanceof Decision.Accepted || !again.holder().equals(reached.holder())) {
                fail("redelivered late, " + History.text(command) + " was " + again.decision(), reached.order());
            }
        }
    }

    private static boolean isRelease(Command command) {
        return command instanceof Command.ActOnCertificate(var action) && action.request() == Ground.Request.RELEASE;
    }

    private static boolean meansAnotherThingLater(Command command) {
        return command instanceof Command.ActOnCertificate(var action)
                && (action.request() != Ground.Request.REVOKE || action.ground().concernsTheWholeCarrier());
    }

    /** Versions rise by one with each fact, and what has ended stays as it is. */
    private void checkEvents(Holder before, Holder after, List<Event> events, List<Command> order) {
        var facts = new HashMap<CertificateId, Integer>();
        events.stream()
                .filter(Event.CertificateFact.class::isInstance)
                .forEach(event -> facts.merge(((Event.CertificateFact) event).id(), 1, Integer::sum));
        for (var certificate : after.certificates()) {
            var old = before.certificate(certificate.id());
            var version = old.map(Certificate::version).orElse(0) + facts.getOrDefault(certificate.id(), 0);
            if (certificate.version() != version) {
                fail("the version of " + Story.name(certificate.id()) + " is not " + version, order);
            }
            old.filter(one -> !one.isLive())
                    .filter(one -> !one.status().equals(certificate.status()))
                    .ifPresent(one -> fail(Story.name(one.id()) + " had ended and changed again", order));
        }
        if (!after.certificates().stream()
                .map(Certificate::id)
                .collect(toSet())
                .containsAll(before.certificates().stream().map(Certificate::id).toList())) {
            fail("a certificate was forgotten", order);
        }
    }

    private void compareStatuses(Map<Holder, List<Command>> reached) {
        var byStatuses = new LinkedHashMap<SortedMap<String, String>, List<Command>>();
        reached.forEach((holder, order) -> byStatuses.putIfAbsent(statuses(holder), order));
        if (byStatuses.size() > 1) {
            var all = new ArrayList<>(byStatuses.keySet());
            fail(
                    "statuses are " + all.get(0) + " here, but " + all.get(1) + " after "
                            + texts(Objects.requireNonNull(byStatuses.get(all.get(1)))),
                    Objects.requireNonNull(byStatuses.get(all.get(0))));
        }
    }

    private static SortedMap<String, String> statuses(Holder holder) {
        return holder.certificates().stream()
                .collect(toMap(
                        one -> Story.name(one.id()),
                        one -> one.status().getClass().getSimpleName() + openAbout(holder, one),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static String openAbout(Holder holder, Certificate certificate) {
        return holder.questions().stream()
                .filter(question -> question.open() && question.certificateId().equals(certificate.id()))
                .map(question -> ", " + question.finding())
                .sorted()
                .collect(joining());
    }

    private void fail(String what, List<Command> order) {
        if (failure.isEmpty()) {
            failure = Optional.of(new Failure(what, texts(order)));
        }
    }

    private static List<String> texts(List<Command> order) {
        return order.stream().map(History::text).toList();
    }
}
