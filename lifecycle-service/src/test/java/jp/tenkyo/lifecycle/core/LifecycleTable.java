package jp.tenkyo.lifecycle.core;

import static jp.tenkyo.lifecycle.core.Changed.CHITOSE;
import static jp.tenkyo.lifecycle.core.Changed.SAPPORO;
import static jp.tenkyo.lifecycle.core.Changed.because;
import static jp.tenkyo.lifecycle.core.Made.authentication;
import static jp.tenkyo.lifecycle.core.Made.signing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens in each situation, asked of the core itself: the page docs/LIFECYCLE.md. */
final class LifecycleTable {

    private static final String NOW = "2026-04-10T10:00";

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
                        + " says the outcome's code, what became of each certificate, and which notices are planned;",
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

    private static Map<String, Supplier<Story>> situations() {
        var all = new LinkedHashMap<String, Supplier<Story>>();
        all.put("nothing known", LifecycleTable::story);
        all.put("card, made from M version 1", () -> card(CHITOSE, 1));
        all.put("card, made from M version 2", () -> card(CHITOSE, 2));
        all.put("card, made from N on 2026-03-02", () -> card(SAPPORO, 1));
        all.put("card and phone, from M version 1", LifecycleTable::cardAndPhone);
        all.put("card on hold", () -> card(CHITOSE, 1).when(Ground.CARD_LOST, "S"));
        all.put("phone on hold, card good", () -> cardAndPhone().when(Ground.PHONE_LOST, "PS"));
        all.put("card revoked", () -> card(CHITOSE, 1).when(Ground.CARD_RETURNED, "S"));
        all.put(
                "card expired",
                () -> story().given(
                                made(signing("S"), CHITOSE, 1).until("2026-04-09"),
                                made(authentication("A"), CHITOSE, 1).until("2026-04-09")));
        all.put(
                "legacy card",
                () -> story().given(signing("L").on(Carrier.RESIDENT_CARD).from(CHITOSE, 1)));
        return all;
    }

    private static Map<String, Command> inputs() {
        var all = new LinkedHashMap<String, Command>();
        for (var reason : ChangeReason.values()) {
            changes(reason).forEach((name, changed) -> all.put("change " + name, changed.command()));
        }
        all.put(
                "change MOVED_OUT, future: 2026-04-20",
                at(ChangeReason.MOVED_OUT)
                        .processed("2026-04-05")
                        .happened("2026-04-20")
                        .command());
        all.put(
                "change MOVED_IN of N",
                because(ChangeReason.MOVED_IN).at(SAPPORO, 1).on("2026-04-05").command());
        all.put(
                "change MOVED_OUT of N",
                because(ChangeReason.MOVED_OUT).at(SAPPORO, 2).on("2026-04-05").command());
        all.put(
                "change MOVED_WITHIN_MUNICIPALITY, version 1",
                at(ChangeReason.MOVED_WITHIN_MUNICIPALITY).number(1).command());
        all.put(
                "ISSUE signing, card",
                made(signing("S2"), CHITOSE, 2).made("2026-04-10").command());
        all.put(
                "ISSUE authentication, card",
                made(authentication("A2"), CHITOSE, 2).made("2026-04-10").command());
        all.put(
                "ISSUE signing, phone",
                made(signing("PS2"), CHITOSE, 2).onPhone().made("2026-04-10").command());
        all.put(
                "RENEW signing, card",
                made(signing("S2"), CHITOSE, 2).renewed().made("2026-04-10").command());
        for (var ground : Ground.values()) {
            var certificate = ground == Ground.PHONE_LOST || ground == Ground.PHONE_FOUND ? "PA" : "S";
            all.put(ground.request() + " " + ground + " of " + certificate, Story.action(ground, certificate));
        }
        all.put("CA key compromised", new Command.EndIssuer("ab".repeat(20)));
        return all;
    }

    private static Map<String, Changed> changes(ChangeReason reason) {
        var all = new LinkedHashMap<String, Changed>();
        if (reason == ChangeReason.MOVED_ABROAD) {
            for (var use : List.of(true, false)) {
                all.put(
                        reason + (use ? ", continued use" : ", no continued use"),
                        at(reason).continuedUse(Optional.of(use)));
            }
        } else if (reason.needsChanged()) {
            all.put(reason + " of ADDRESS", at(reason).touching(ChangedAttribute.ADDRESS));
            all.put(reason + " of FURIGANA", at(reason).touching(ChangedAttribute.FURIGANA));
        } else {
            all.put(reason.name(), at(reason));
        }
        if (reason.row() == ChangeReason.Row.KEEPS_UNLESS_ATTRIBUTE_CHANGED) {
            all.put(reason + " naming ADDRESS", at(reason).touching(ChangedAttribute.ADDRESS));
        }
        return all;
    }

    private static String table() {
        var situations = situations();
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.concat(Stream.of("input"), situations.keySet().stream()).toList());
        inputs().forEach((name, command) -> rows.add(Stream.concat(
                        Stream.of(name), situations.values().stream().map(one -> cell(one.get(), command)))
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
        UnaryOperator<Story> leaves =
                story -> story.when(at(ChangeReason.MOVED_OUT).happened("2026-04-20"));
        rows.add(time("move-out filed for 2026-04-20", "2026-04-19T23:59:59", () -> leaves.apply(card(CHITOSE, 1))));
        rows.add(time("move-out filed for 2026-04-20", "2026-04-20T00:00", () -> leaves.apply(card(CHITOSE, 1))));
        rows.add(time("the same, and no move-in", "2026-05-20T23:59:59", () -> leaves.apply(card(CHITOSE, 1))));
        rows.add(time("the same, and no move-in", "2026-05-21T00:00", () -> leaves.apply(card(CHITOSE, 1))));
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
        var text = Stream.of(Stream.of(code).filter(one -> !one.isEmpty()), changed, notices)
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

    private static Changed at(ChangeReason reason) {
        return because(reason).at(CHITOSE, 2).on("2026-04-05");
    }

    private static Story story() {
        return Story.begin().at(NOW);
    }

    private static Story card(String municipality, int number) {
        return story().given(made(signing("S"), municipality, number), made(authentication("A"), municipality, number));
    }

    private static Story cardAndPhone() {
        return card(CHITOSE, 1)
                .given(Stream.of(signing("PS"), authentication("PA"))
                        .map(one -> one.onPhone().from(CHITOSE, 1).made("2026-03-03"))
                        .toArray(Made[]::new));
    }

    private static Story until15August() {
        return story().given(
                        made(signing("S"), CHITOSE, 1).until("2026-08-15"),
                        made(authentication("A"), CHITOSE, 1).until("2026-08-15"));
    }

    private static Made made(Made made, String municipality, int number) {
        return made.from(municipality, number).made("2026-03-02");
    }

    static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }
}
