package jp.tenkyo.lifecycle.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Decision;
import jp.tenkyo.lifecycle.core.Event;
import jp.tenkyo.lifecycle.core.Finding;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.IssuerStanding;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.core.Status;
import jp.tenkyo.lifecycle.reference.model.ReferenceModel;
import jp.tenkyo.lifecycle.reference.model.Standing;

/** Plays a history through the core and through the reference model, and compares them after every step. */
final class Comparison {

    /** What the core made of one step. */
    record Turn(List<Event> events, Optional<Decision> decision, Holder holder) {}

    private final Policy policy = Policy.ofRuleBook();
    private final ReferenceModel model = new ReferenceModel();
    private final List<Turn> turns = new ArrayList<>();
    private final Set<String> compromised = new HashSet<>();
    private Holder holder = Holder.unknown(Plot.HOLDER);
    /** The model knows no PINs: of one that is told of, only what becomes of certificates is compared. */
    private boolean isAboutAPin;

    private Comparison() {}

    /** The first thing that is wrong with what the core made of a history, if anything is. */
    static Optional<String> play(Chronicle chronicle) {
        var comparison = new Comparison();
        for (var step : chronicle.steps()) {
            var wrong = comparison.wrongAfter(step);
            if (wrong.isPresent()) {
                return Optional.of("after " + step + "\n" + wrong.get());
            }
        }
        return Optional.empty();
    }

    /** Whether core and model say anything else of a history; the rest is not looked at. */
    static boolean differs(Chronicle chronicle) {
        var comparison = new Comparison();
        return chronicle.steps().stream()
                .anyMatch(step ->
                        comparison.failureOf(step).or(comparison::difference).isPresent());
    }

    /** What the core made of each step. */
    static List<Turn> turns(Chronicle chronicle) {
        var comparison = new Comparison();
        chronicle.steps().forEach(comparison::take);
        return comparison.turns;
    }

    private Optional<String> wrongAfter(Chronicle.Step step) {
        var before = holder;
        return failureOf(step)
                .or(this::difference)
                .or(() -> Invariants.brokenBetween(before, turns.getLast(), model))
                .or(() -> notSilent(step));
    }

    private Optional<String> failureOf(Chronicle.Step step) {
        try {
            take(step);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("the core threw " + e);
        }
    }

    private void take(Chronicle.Step step) {
        var turn = turn(step);
        turns.add(turn);
        holder = turn.holder();
        isAboutAPin = step.input() instanceof Input.Came(Command.ActOnPin _);
        switch (step.input()) {
            case Input.Came(var command) -> model.takeIn(command, step.at());
            case Input.IssuerCompromised(var key) -> {
                compromised.add(key);
                model.recordCompromise(key, step.at());
            }
            case Input.TimePassed() -> model.passTime(step.at());
        }
    }

    private Turn turn(Chronicle.Step step) {
        return switch (step.input()) {
            case Input.Came(var command) -> turn(Lifecycle.handle(holder, asRead(command), step.at(), policy));
            case Input.IssuerCompromised(var key) ->
                turn(Lifecycle.handle(holder, new Command.EndIssuer(key), step.at(), policy));
            case Input.TimePassed() -> {
                var passage = Lifecycle.passTime(holder, step.at(), policy);
                yield new Turn(passage.due(), Optional.empty(), passage.holder());
            }
        };
    }

    /** The shell knows which keys are compromised, and says so with each registration. */
    private Command asRead(Command command) {
        return command instanceof Command.RegisterCertificate registers
                        && compromised.contains(
                                registers.registration().certificateId().issuerKeyId())
                ? new Command.RegisterCertificate(registers.registration(), IssuerStanding.COMPROMISED)
                : command;
    }

    private static Turn turn(Lifecycle.Step step) {
        var events = new ArrayList<>(step.due());
        events.addAll(step.decision().happened());
        return new Turn(events, Optional.of(step.decision()), step.holder());
    }

    private Optional<String> difference() {
        return otherStandings().or(this::otherRefusal).or(this::otherFindings).or(this::otherQuestions);
    }

    private Optional<String> otherStandings() {
        var expected = model.standings();
        var found = holder.certificates();
        var same = expected.size() == found.size()
                && IntStream.range(0, found.size()).allMatch(index -> allows(expected.get(index), found.get(index)));
        return same
                ? Optional.empty()
                : Optional.of("the rule book says\n" + lines(expected) + "the core says\n" + texts(found));
    }

    private Optional<String> otherRefusal() {
        var refused = model.refusesTheLatest();
        return turns.getLast()
                .decision()
                .filter(_ -> !isAboutAPin)
                .filter(decision -> decision instanceof Decision.Rejected != refused)
                .map(decision -> "the rule book " + (refused ? "refuses" : "takes") + " it, the core says " + decision);
    }

    private Optional<String> otherFindings() {
        var expected = new TreeSet<>(model.findings());
        var found = turns.getLast().decision().filter(_ -> !isAboutAPin).stream()
                .flatMap(decision -> decision.findings().stream())
                .map(Comparison::text)
                .collect(Collectors.toCollection(TreeSet::new));
        return expected.equals(found)
                ? Optional.empty()
                : Optional.of("the rule book finds " + expected + ", the core finds " + found);
    }

    private Optional<String> otherQuestions() {
        var expected = model.questions();
        var found = holder.certificates().stream().map(this::openAbout).toList();
        return expected.equals(found)
                ? Optional.empty()
                : Optional.of("the rule book leaves to a person " + expected + ", the core leaves " + found);
    }

    private List<String> openAbout(Certificate certificate) {
        return holder.questions().stream()
                .filter(question -> question.open() && question.certificateId().equals(certificate.id()))
                .map(question -> question.finding().name())
                .sorted()
                .toList();
    }

    private static String text(Finding finding) {
        return finding.code() == Finding.Code.NOT_AFTER_DIFFERS
                ? finding.code() + " " + finding.expected().orElseThrow()
                : finding.code().name();
    }

    private static boolean allows(Standing expected, Certificate found) {
        var id = found.id();
        var version = found.version();
        var none = Optional.<Instant>empty();
        return switch (found.status()) {
            case Status.Good() -> expected.allows(id, Standing.State.GOOD, Optional.empty(), none, version);
            case Status.OnHold(var at) ->
                expected.allows(id, Standing.State.ON_HOLD, Optional.of("certificateHold"), Optional.of(at), version);
            case Status.Revoked(var reason, var at) ->
                expected.allows(id, Standing.State.REVOKED, Optional.of(reason.rfcName()), Optional.of(at), version);
            case Status.Expired() -> expected.allows(id, Standing.State.EXPIRED, Optional.empty(), none, version);
        };
    }

    private static String lines(List<Standing> standings) {
        var text = new StringBuilder();
        standings.forEach(one -> text.append("    ")
                .append(Wording.of(one.id()))
                .append(" ")
                .append(one)
                .append("\n"));
        return text.toString();
    }

    private static String texts(List<Certificate> certificates) {
        var text = new StringBuilder();
        certificates.forEach(one -> text.append("    ")
                .append(Wording.of(one.id()))
                .append(" ")
                .append(one.status())
                .append(" v")
                .append(one.version())
                .append("\n"));
        return text.toString();
    }

    /** The same input once more is silent: nothing happens but what is due anyway. */
    private Optional<String> notSilent(Chronicle.Step step) {
        if (!(step.input() instanceof Input.Came(var command))) {
            return Optional.empty();
        }
        var rested = Lifecycle.passTime(holder, step.at(), policy).holder();
        var again = Lifecycle.handle(rested, asRead(command), step.at(), policy);
        return again.decision() instanceof Decision.Accepted || !again.holder().equals(rested)
                ? Optional.of("redelivered at once, it was " + again.decision())
                : Optional.empty();
    }
}
