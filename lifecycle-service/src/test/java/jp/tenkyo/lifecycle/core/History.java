package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What comes in on the two input topics. Within a phase each topic keeps its own order and the two may interleave
 * freely; time passes between phases, never within one.
 */
record History(String name, List<Phase> phases) {

    /** @param at when all inputs of the phase come in */
    record Phase(Instant at, List<Command> changes, List<Command> requests) {}

    static Builder called(String name) {
        return new Builder(name);
    }

    /** This history less one input, once for each input. */
    List<History> shorter() {
        var all = new ArrayList<History>();
        for (var index = 0; index < phases.size(); index++) {
            var phase = phases.get(index);
            for (var change : phase.changes()) {
                all.add(with(index, new Phase(phase.at(), without(phase.changes(), change), phase.requests())));
            }
            for (var request : phase.requests()) {
                all.add(with(index, new Phase(phase.at(), phase.changes(), without(phase.requests(), request))));
            }
        }
        return all;
    }

    private History with(int index, Phase phase) {
        var all = new ArrayList<>(phases);
        all.set(index, phase);
        return new History(name, all);
    }

    private static List<Command> without(List<Command> all, Command one) {
        var fewer = new ArrayList<>(all);
        fewer.remove(one);
        return fewer;
    }

    @Override
    public String toString() {
        return name + "\n"
                + phases.stream()
                        .map(phase -> "  at " + phase.at() + "\n" + lines("changes", phase.changes())
                                + lines("requests", phase.requests()))
                        .collect(Collectors.joining());
    }

    private static String lines(String topic, List<Command> commands) {
        return commands.stream()
                .map(command -> "    " + topic + ": " + text(command) + "\n")
                .collect(Collectors.joining());
    }

    /** One input in one short line. */
    static String text(Command command) {
        return switch (command) {
            case Command.RecordChange(var change) ->
                "%s %s #%d event %s processed %s %s %s"
                        .formatted(
                                change.reason(),
                                change.municipality(),
                                change.recordNumber(),
                                change.eventDate(),
                                change.processedDate(),
                                change.changed(),
                                change.continuedUse()
                                        .map(use -> "continued use " + use)
                                        .orElse(""));
            case Command.RegisterCertificate(var made, var _) ->
                "%s %s %s %s, %s #%d, made %s, until %s"
                        .formatted(
                                made.type(),
                                made.carrier(),
                                made.kind(),
                                Story.name(made.certificateId()),
                                made.municipality(),
                                made.recordNumber(),
                                made.notBefore().atZone(Tokyo.ZONE).toLocalDateTime(),
                                Tokyo.dateOf(made.notAfter()));
            case Command.ActOnCertificate(var action) -> action.ground() + " " + Story.name(action.certificateId());
            case Command.SettleNotice _, Command.ActOnPin _, Command.TakeDecision _, Command.EndIssuer _ ->
                command.toString();
        };
    }

    /** Adds inputs to the phase that was opened last. */
    static final class Builder {

        private final String name;
        private final List<Phase> phases = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        Builder at(String local) {
            phases.add(new Phase(Story.tokyo(local), new ArrayList<>(), new ArrayList<>()));
            return this;
        }

        Builder changes(Changed... changes) {
            for (var change : changes) {
                phases.getLast().changes().add(change.command());
            }
            return this;
        }

        Builder requests(Object... requests) {
            for (var request : requests) {
                phases.getLast().requests().add(request instanceof Made made ? made.command() : (Command) request);
            }
            return this;
        }

        History end() {
            return new History(name, List.copyOf(phases));
        }
    }
}
