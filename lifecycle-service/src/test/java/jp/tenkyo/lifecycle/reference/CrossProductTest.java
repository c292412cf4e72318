package jp.tenkyo.lifecycle.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.PossibleInputs;
import jp.tenkyo.lifecycle.core.Situations;
import org.junit.jupiter.api.Test;

/**
 * Every situation, every input and every instant at which something turns, all against all: the core says of each
 * certificate what the reference model says, and what holds of every step holds.
 */
class CrossProductTest {

    /** The certificates of the situations end with 2030-02-17, and what lies ahead in them is of April 2026. */
    private static final List<String> TURNS = List.of(
            // A move-out filed for that day, or a move abroad, takes effect.
            "2026-04-20T00:00",
            // The 30 days of a move-out of 5 April are over, and of that of 20 April.
            "2026-05-06T00:00",
            "2026-05-21T00:00",
            // The renewal window opens, and its reminder is due.
            "2029-11-18T00:00",
            "2029-11-18T09:00",
            // A month is left, and a week.
            "2030-01-17T09:00",
            "2030-02-10T09:00",
            // The last second, the next one, and the reminder after the expiry.
            "2030-02-17T23:59:59",
            "2030-02-18T00:00",
            "2030-02-18T09:00");

    private static final Instant NOW = tokyo(Situations.NOW);
    private static final Instant IN_THE_END = tokyo("2045-01-01T00:00");

    @Test
    void the_core_says_of_every_situation_input_and_instant_what_the_rule_book_says() {
        var all = chronicles();
        assertThat(all).hasSizeGreaterThan(30_000);
        var first = all.parallelStream()
                .filter(chronicle -> Comparison.play(chronicle).isPresent())
                .findFirst();
        assertThat(first.map(Failure::of)).isEmpty();
    }

    /** What an input sets going is looked at just before, at and just after every turn. */
    @Test
    void time_brings_what_the_rule_book_says_after_every_input_in_every_situation() {
        var first = Situations.all().entrySet().stream()
                .flatMap(situation -> PossibleInputs.all(NOW).entrySet().stream()
                        .map(input ->
                                new Chronicle(situation.getKey() + ", " + input.getKey(), turning(situation, input))))
                .parallel()
                .filter(chronicle -> Comparison.play(chronicle).isPresent())
                .findFirst();
        assertThat(first.map(Failure::of)).isEmpty();
    }

    @Test
    void no_situation_is_another_one() {
        var situations = new LinkedHashMap<Object, String>();
        Situations.all().forEach((name, inputs) -> {
            var turns = Comparison.turns(new Chronicle(name, with(came(NOW, inputs), NOW)));
            assertThat(situations.putIfAbsent(turns.getLast().holder(), name)).isNull();
        });
        assertThat(situations).hasSizeGreaterThanOrEqualTo(12);
    }

    private static List<Chronicle> chronicles() {
        var all = new ArrayList<Chronicle>();
        for (var at : instants()) {
            var inputs = PossibleInputs.all(at);
            Situations.all()
                    .forEach((situation, before) -> inputs.forEach((name, input) -> {
                        var steps = came(NOW, before);
                        steps.add(new Chronicle.Step(at, read(input)));
                        all.add(new Chronicle(
                                situation + ", " + name + " at " + Wording.of(at), with(steps, IN_THE_END)));
                    }));
        }
        return all;
    }

    private static List<Chronicle.Step> turning(
            Map.Entry<String, List<Command>> situation, Map.Entry<String, Command> input) {
        var steps = came(NOW, situation.getValue());
        steps.add(new Chronicle.Step(NOW, read(input.getValue())));
        instants().forEach(at -> with(steps, at));
        return with(steps, IN_THE_END);
    }

    private static List<Chronicle.Step> came(Instant at, List<Command> inputs) {
        var steps = new ArrayList<Chronicle.Step>();
        inputs.forEach(input -> steps.add(new Chronicle.Step(at, read(input))));
        return steps;
    }

    private static List<Chronicle.Step> with(List<Chronicle.Step> steps, Instant timePasses) {
        steps.add(new Chronicle.Step(timePasses, new Input.TimePassed()));
        return steps;
    }

    private static Input read(Command command) {
        return command instanceof Command.EndIssuer(var key)
                ? new Input.IssuerCompromised(key)
                : new Input.Came(command);
    }

    private static SortedSet<Instant> instants() {
        var all = new TreeSet<Instant>();
        all.add(NOW);
        TURNS.stream()
                .map(CrossProductTest::tokyo)
                .flatMap(turn -> Stream.of(turn.minusMillis(1), turn, turn.plusMillis(1)))
                .forEach(all::add);
        return all;
    }

    private static Instant tokyo(String local) {
        return LocalDateTime.parse(local).atZone(Plot.TOKYO).toInstant();
    }
}
