package jp.tenkyo.quickstart.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A summary for people. */
record SummaryTable(Summary summary) {

    private static final int NUMBER_WIDTH = 11;

    String text() {
        var lines = Arrays.stream(Aspect.values()).map(this::line).collect(Collectors.joining("\n"));
        var verdict =
                summary.passed() ? "What happened is what the rules say." : "What happened is not what the rules say.";
        return rule() + "\n" + header() + "\n" + rule() + "\n" + lines + "\n" + rule() + "\n" + figures()
                + differences() + verdict + "\n";
    }

    private static String header() {
        return " " + Columns.left("", japaneseWidth() + 2 + promiseWidth()) + Columns.right("checked", NUMBER_WIDTH)
                + Columns.right("different", NUMBER_WIDTH);
    }

    private String line(Aspect aspect) {
        var tally = summary.tallies().getOrDefault(aspect, new Summary.Tally(0, 0));
        return (tally.differences() == 0 ? " " : "!")
                + Columns.left(aspect.japanese(), japaneseWidth() + 2)
                + Columns.left(aspect.promise(), promiseWidth())
                + number(tally.checked())
                + number(tally.differences());
    }

    private static String rule() {
        return "─".repeat(1 + japaneseWidth() + 2 + promiseWidth() + 2 * NUMBER_WIDTH);
    }

    private static String number(long value) {
        return Columns.right(String.format(Locale.ROOT, "%,d", value), NUMBER_WIDTH);
    }

    private String figures() {
        return summary.figures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(figure -> " " + Columns.left(figure.getKey(), japaneseWidth() + 2 + promiseWidth())
                        + number(figure.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private String differences() {
        return summary.differences().stream()
                .map(one -> "\n! %s: %s%n    expected %s%n    found    %s%n    because  %s%n"
                        .formatted(one.aspect(), one.subject(), one.expected(), one.found(), one.because()))
                .collect(Collectors.joining("", rule() + "\n", "\n"));
    }

    private static int japaneseWidth() {
        return Arrays.stream(Aspect.values())
                .mapToInt(aspect -> Columns.width(aspect.japanese()))
                .max()
                .orElse(0);
    }

    private static int promiseWidth() {
        return Arrays.stream(Aspect.values())
                .mapToInt(aspect -> Columns.width(aspect.promise()))
                .max()
                .orElse(0);
    }
}
