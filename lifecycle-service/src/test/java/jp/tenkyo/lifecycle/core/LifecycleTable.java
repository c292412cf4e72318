package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;
import static jp.tenkyo.lifecycle.core.Situations.at;
import static jp.tenkyo.lifecycle.core.Situations.card;
import static jp.tenkyo.lifecycle.core.Situations.made;
import static jp.tenkyo.lifecycle.core.Situations.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens in each situation, asked of the core itself: the page docs/LIFECYCLE.md. */
final class LifecycleTable {

    private LifecycleTable() {}

    static String page() {
        return String.join(
                "\n",
                "# What happens in each situation",
                "",
                "Generated from the core; the build fails when it is stale. To write it anew:",
                "`mvn -pl lifecycle-service -am test -Dtest=LifecycleTableTest -Dupdate-docs=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false`.",
                "",
                "It is 10:00 on 2026-04-10 in Tokyo. Municipality M is Chitose, N is Sapporo. A change comes from M as"
                        + " version 2 of the record and happened on 2026-04-05, unless the row says otherwise. Each cell"
                        + " says the outcome's code, what became of each certificate, which notices are planned (✉), and of"
                        + " which certificate a person is asked (?);",
                "a certificate that is not named stays as it is. `S` and `A` are the card's signing and authentication"
                        + " certificates, `PS` and `PA` the phone's, `L` a legacy card's.",
                "",
                table(),
                "",
                "## What time brings",
                "",
                times(),
                "",
                "## The rules by their ids",
                "",
                "Every event names its rule by the id on the left; the source says how sure it is: L read in the law or"
                        + " an official standard, P practice, D our default, which is a setting where it is a number.",
                "",
                rules(),
                "");
    }

    private static String table() {
        var situations = Situations.ofThePage();
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.concat(Stream.of("input"), situations.keySet().stream()).toList());
        PossibleInputs.ofThePage(Story.tokyo(Situations.NOW))
                .forEach((name, command) -> rows.add(Stream.concat(
                                Stream.of(name), situations.values().stream().map(one -> cell(story(one), command)))
                        .toList()));
        return markdown(rows);
    }

    private static String times() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("situation", "instant", "what happens"));
        rows.add(time("both valid until 2026-08-15", "2026-05-16T08:59:59", LifecycleTable::until15August));
        rows.add(time("both valid until 2026-08-15", "2026-05-16T09:00", LifecycleTable::until15August));
        rows.add(time("both valid until 2026-08-15", "2026-07-15T09:00", LifecycleTable::until15August));
        rows.add(time("both valid until 2026-08-15", "2026-08-08T09:00", LifecycleTable::until15August));
        rows.add(time("both valid until 2026-08-15", "2026-08-15T23:59:59", LifecycleTable::until15August));
        rows.add(time("both valid until 2026-08-15", "2026-08-16T00:00", LifecycleTable::until15August));
        rows.add(time("both valid until 2026-08-15", "2026-08-16T09:00", LifecycleTable::until15August));
        Supplier<Story> leaves =
                () -> story(with(card(CHITOSE, 1), at(ChangeReason.MOVED_OUT).happened("2026-04-20")));
        rows.add(time("move-out filed for 2026-04-20", "2026-04-19T23:59:59", leaves));
        rows.add(time("move-out filed for 2026-04-20", "2026-04-20T00:00", leaves));
        rows.add(time("the same, and no move-in", "2026-05-20T23:59:59", leaves));
        rows.add(time("the same, and no move-in", "2026-05-21T00:00", leaves));
        return markdown(rows);
    }

    private static List<String> time(String situation, String instant, Supplier<Story> story) {
        var before = story.get()
                .whenTimePassesTo(
                        java.time.LocalDateTime.parse(instant).minusSeconds(1).toString());
        var states = states(before);
        before.whenTimePassesTo(instant);
        return List.of(situation, instant.replace('T', ' '), what("", before, states));
    }

    private static String rules() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("id", "says", "source"));
        RuleBook.rules().forEach(rule -> rows.add(List.of("`" + rule.id() + "`", rule.says(), rule.source())));
        return markdown(rows);
    }

    private static String cell(Story story, Command command) {
        var before = states(story);
        story.when(command);
        return what(story.decision().code().name(), story, before);
    }

    private static String what(String code, Story story, Map<String, String> before) {
        var changed = states(story).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> entry.getKey() + " " + entry.getValue());
        var notices = Story.planned(story.latestEvents()).stream()
                .filter(planned -> story.holder().notices().contains(planned))
                .map(notice -> "✉ " + notice.carrier() + " " + notice.stage());
        var questions = story.latestEvents().stream()
                .filter(Event.DecisionNeeded.class::isInstance)
                .map(event -> "? " + Story.name(((Event.DecisionNeeded) event).id()));
        var text = Stream.of(Stream.of(code).filter(one -> !one.isEmpty()), changed, notices, questions)
                .flatMap(parts -> parts)
                .collect(Collectors.joining("<br>"));
        return text.isEmpty() ? "–" : text;
    }

    private static Map<String, String> states(Story story) {
        var states = new LinkedHashMap<String, String>();
        story.holder().certificates().forEach(one -> states.put(Story.name(one.id()), Story.name(one.status())));
        return states;
    }

    private static String markdown(List<List<String>> rows) {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            lines.add("| " + String.join(" | ", row) + " |");
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(row.size()));
            }
        }
        return String.join("\n", lines);
    }

    private static Story story(List<Command> situation) {
        var story = Story.begin().at(Situations.NOW);
        situation.forEach(story::when);
        return story;
    }

    private static Story until15August() {
        return story(Stream.of(signing("S"), authentication("A"))
                .map(one -> made(one, CHITOSE, 1).until("2026-08-15").command())
                .toList());
    }

    static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }
}
