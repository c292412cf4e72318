package jp.tenkyo.quickstart;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.quickstart.page.Language;
import jp.tenkyo.quickstart.page.Template;
import jp.tenkyo.schemas.Topic;

/** The counts as tables. Every cell names its count, so that the script can renew it. */
final class CountTables {

    private final Language language;
    private final Function<String, String> count;

    /** @param count gives the number of that name, written in the page's language */
    CountTables(Language language, Function<String, String> count) {
        this.language = language;
        this.count = count;
    }

    String all() {
        return String.join(
                "\n",
                oneColumn("counts.statuses", "counts.status", "status.", symbols(CertificateState.class)),
                oneColumn("counts.outcomes", "counts.outcome", "outcome.", symbols(Outcome.class)),
                oneColumn("counts.revocations", "counts.reason", "revoked.", symbols(RevocationReason.class)),
                notices(),
                topics());
    }

    private String oneColumn(String caption, String heading, String prefix, List<String> symbols) {
        var rows = symbols.stream()
                .map(symbol -> row(symbol + word(symbol), Stream.of(prefix + symbol)))
                .collect(Collectors.joining("\n"));
        return table("", caption, Stream.of(text(heading), text("counts.count")), rows);
    }

    private String notices() {
        var outcomes = symbols(DeliveryOutcome.class);
        var headings = Stream.of(
                        Stream.of(text("counts.stage"), text("counts.planned"), text("counts.withdrawn")),
                        outcomes.stream().map(outcome -> text("word." + outcome)))
                .flatMap(Function.identity());
        var rows = symbols(NoticeStage.class).stream()
                .map(stage -> row(
                        text(stage.equals("EXPIRED") ? "word.STAGE_EXPIRED" : "word." + stage),
                        Stream.concat(Stream.of("planned", "withdrawn"), outcomes.stream())
                                .map(column -> "notice." + stage + "." + column)))
                .collect(Collectors.joining("\n"));
        return table("whole", "counts.notices", headings, rows);
    }

    private String topics() {
        var rows = Topic.withSchema().stream()
                .map(topic -> row(
                        Template.escape(topic.topicName()),
                        Stream.of(topic, topic.deadLetters()).map(each -> "records." + each.topicName())))
                .collect(Collectors.joining("\n"));
        return table(
                "whole",
                "counts.topics",
                Stream.of(text("counts.topic"), text("counts.records"), text("counts.dead")),
                rows);
    }

    private String row(String heading, Stream<String> counts) {
        var cells = counts.map(name -> "<td class=\"n\" data-count=\"%s\">%s</td>".formatted(name, count.apply(name)))
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">%s</th>%s</tr>".formatted(heading, cells);
    }

    private String table(String kind, String caption, Stream<String> headings, String rows) {
        var head = headings.map("<th scope=\"col\" class=\"n\">%s</th>"::formatted)
                .collect(Collectors.joining())
                .replaceFirst(" class=\"n\"", "");
        // Wide ones scroll by themselves, which the keyboard must reach.
        var scroll =
                kind.equals("whole") ? " tabindex=\"0\" role=\"group\" aria-label=\"%s\"".formatted(text(caption)) : "";
        return "<div class=\"%s\"%s><table><caption>%s</caption><thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>"
                .formatted(kind, scroll, text(caption), head, rows);
    }

    private String word(String symbol) {
        return symbol.equals(symbol.toUpperCase(java.util.Locale.ROOT))
                ? " <small>%s</small>".formatted(text("word." + symbol))
                : "";
    }

    private String text(String key) {
        return Template.escape(language.text(key));
    }

    private static <E extends Enum<E>> List<String> symbols(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !name.equals("UNKNOWN"))
                .toList();
    }
}
