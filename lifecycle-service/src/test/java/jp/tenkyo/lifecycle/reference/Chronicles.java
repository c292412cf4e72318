package jp.tenkyo.lifecycle.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/**
 * Draws histories of one holder from a seed; the same seed and number draw the same history.
 *
 * <p>Half of them report certificates in the order of making, as the issuer does, on cards and phones; the other half
 * in any order, on cards alone. A card's certificate that is reported after a phone's that rests on it comes too late
 * for any rule: what the phone's seemed to rest on may have been revoked by then.
 */
final class Chronicles {

    private static final int INPUTS_MAX = 12;
    private static final Instant FAR_AHEAD = Plot.midnight(LocalDate.of(2040, 1, 1));

    private final long seed;

    Chronicles(long seed) {
        this.seed = seed;
    }

    Chronicle draw(long number) {
        // Spread, so that neighbouring seeds and numbers have nothing in common.
        var dice = new Dice((seed * 0x9E3779B97F4A7C15L) ^ (number * 0xC2B2AE3D27D4EB4FL));
        var issuerKeepsOrder = dice.percent(55);
        var plot = new Plot(dice);
        fill(new Scenes(plot, issuerKeepsOrder), plot);
        var coming = new ArrayList<>(plot.planned);
        while (coming.size() > INPUTS_MAX) {
            coming.remove(dice.upTo(coming.size()));
        }
        sendAgain(coming, dice);
        return new Chronicle("history " + number + " of seed " + seed, steps(coming, plot, issuerKeepsOrder));
    }

    private static void fill(Scenes scenes, Plot plot) {
        var dice = plot.dice;
        scenes.any();
        if (dice.percent(35)) {
            scenes.any();
        }
        for (var more = dice.upTo(3); more > 0; more--) {
            scenes.certificate();
        }
        for (var more = dice.upTo(4); more > 0; more--) {
            scenes.change();
        }
        for (var more = dice.percent(40) ? 1 + dice.upTo(2) : 0; more > 0; more--) {
            scenes.request();
        }
        if (dice.percent(15)) {
            scenes.legacyCard();
        }
        if (dice.percent(10)) {
            scenes.compromise();
        }
    }

    /** Sources send again: the same, the same number for another reason, the same certificate with another record. */
    private static void sendAgain(List<Plot.Planned> coming, Dice dice) {
        for (var count = dice.oneOf(0, 0, 0, 1, 1, 2); count > 0; count--) {
            var one = dice.oneOf(coming);
            var again = dice.percent(30) ? altered(one.input(), dice) : one.input();
            coming.add(new Plot.Planned(one.at(), again));
        }
    }

    private static Input altered(Input input, Dice dice) {
        return switch (input) {
            case Input.Came(Command.RecordChange(var change)) ->
                new Input.Came(new Command.RecordChange(forAnotherReason(change, dice)));
            case Input.Came(Command.RegisterCertificate registers) ->
                new Input.Came(new Command.RegisterCertificate(fromAnotherRecord(registers.registration())));
            default -> input;
        };
    }

    private static Registration fromAnotherRecord(Registration made) {
        return new Registration(
                made.requestId(),
                made.holderId(),
                made.municipality(),
                made.type(),
                made.carrier(),
                made.kind(),
                made.certificateId(),
                made.notBefore(),
                made.notAfter(),
                made.dateOfBirth(),
                made.cardExpiresOn(),
                made.recordNumber() + 1);
    }

    private static ResidentChange forAnotherReason(ResidentChange change, Dice dice) {
        var reason = dice.oneOf(
                ChangeReason.MOVED_WITHIN_MUNICIPALITY,
                ChangeReason.MOVED_IN,
                ChangeReason.DIED,
                ChangeReason.REWRITTEN);
        return new ResidentChange(
                change.eventId(),
                change.holderId(),
                change.municipality(),
                change.recordNumber(),
                reason,
                change.changed(),
                change.eventDate(),
                change.notifiedDate(),
                change.processedDate(),
                Optional.empty(),
                Optional.empty(),
                change.amends());
    }

    private static List<Chronicle.Step> steps(List<Plot.Planned> coming, Plot plot, boolean issuerKeepsOrder) {
        var dice = plot.dice;
        var steps = new ArrayList<Chronicle.Step>();
        coming.forEach(one -> steps.add(new Chronicle.Step(delayed(one.at(), plot), one.input())));
        for (var ticks = dice.upTo(4); ticks > 0; ticks--) {
            steps.add(new Chronicle.Step(aroundADeadline(plot), new Input.TimePassed()));
        }
        steps.sort(Comparator.comparing(Chronicle.Step::at));
        if (issuerKeepsOrder) {
            keepOrderOfMaking(steps);
        }
        if (dice.percent(5)) {
            setBack(steps, dice);
        }
        var end = dice.percent(10) ? FAR_AHEAD : steps.getLast().at().plus(Duration.ofDays(dice.oneOf(0, 1, 40)));
        steps.add(new Chronicle.Step(end, new Input.TimePassed()));
        return steps;
    }

    private static Instant delayed(Instant at, Plot plot) {
        var dice = plot.dice;
        if (dice.percent(10)) {
            var deadline = aroundADeadline(plot);
            return deadline.isBefore(at) ? at : deadline;
        }
        return switch (dice.upTo(20)) {
            case 0, 1, 2 -> at.plus(Duration.ofDays(dice.upTo(4)));
            case 3 -> at.plus(Duration.ofDays(20 + dice.upTo(25)));
            case 4 -> at.plus(Duration.ofDays(dice.upTo(400)));
            // A change from tomorrow is refused.
            case 5 -> dice.percent(10) ? at.minus(Duration.ofDays(1)) : at;
            // Clocks are finer than what is recorded.
            case 6 -> at.plusNanos(500_000);
            default -> at;
        };
    }

    private static Instant aroundADeadline(Plot plot) {
        var one = plot.dice.oneOf(List.copyOf(plot.deadlines));
        return one.plusMillis(plot.dice.oneOf(-1000L, -1L, 0L, 0L, 1L, 1000L, 3_600_000L));
    }

    /** Puts the reports of certificates, where they stand, into the order of making; a card's before a phone's. */
    private static void keepOrderOfMaking(List<Chronicle.Step> steps) {
        var inOrder = steps.stream()
                .map(Chronicle.Step::input)
                .filter(input -> madeIn(input).isPresent())
                .sorted(Comparator.comparing(
                                (Input input) -> madeIn(input).orElseThrow().notBefore())
                        .thenComparing(input -> madeIn(input).orElseThrow().carrier() == Carrier.PHONE))
                .iterator();
        steps.replaceAll(
                step -> madeIn(step.input()).isPresent() ? new Chronicle.Step(step.at(), inOrder.next()) : step);
    }

    private static Optional<Registration> madeIn(Input input) {
        return input instanceof Input.Came(Command.RegisterCertificate made)
                ? Optional.of(made.registration())
                : Optional.empty();
    }

    /** Clocks of machines go back. */
    private static void setBack(List<Chronicle.Step> steps, Dice dice) {
        var index = dice.upTo(steps.size());
        var step = steps.get(index);
        steps.set(index, new Chronicle.Step(step.at().minus(Duration.ofHours(30)), step.input()));
    }
}
