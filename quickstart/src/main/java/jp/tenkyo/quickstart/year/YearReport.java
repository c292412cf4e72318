package jp.tenkyo.quickstart.year;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tenkyo.quickstart.city.YearSettings;

/**
 * A year that was played, for people and for programs.
 *
 * @param seconds that it took, from the first clock step to the last
 * @param inputs that were sent, those of the beginning included
 */
public record YearReport(
        YearSettings settings,
        double seconds,
        int inputs,
        YearFigures figures,
        YearFacts facts,
        List<Invariant> invariants) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether all invariants hold. */
    public boolean passed() {
        return invariants.stream().allMatch(Invariant::holds);
    }

    public String json() {
        var content = new LinkedHashMap<String, Object>();
        content.put("year", settings.year());
        content.put("residents", settings.residents());
        content.put("seed", settings.seed());
        content.put("seconds", Math.round(seconds));
        content.put("inputs", inputs);
        content.put("passed", passed());
        content.put("invariants", invariants.stream().map(YearReport::of).toList());
        content.put("totals", figures.totals());
        content.put("deliveries", facts.deliveries());
        var days = new TreeMap<String, Object>();
        figures.days().forEach((day, counts) -> days.put(day.toString(), new EnumMap<>(counts)));
        content.put("days", days);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts are always writable", e);
        }
    }

    private static Map<String, Object> of(Invariant invariant) {
        var content = new LinkedHashMap<String, Object>();
        content.put("invariant", invariant.sentence());
        content.put("checked", invariant.checked());
        content.put("broken", invariant.broken());
        content.put("examples", invariant.examples());
        return content;
    }

    /** For a terminal. */
    public String text() {
        var text = new StringBuilder();
        var totals = figures.totals();
        text.append("  %d of a city of %,d (seed %d): %,d inputs in %.0f s%n"
                .formatted(settings.year(), settings.residents(), settings.seed(), inputs, seconds));
        text.append(line("revoked", YearFigures.REVOCATIONS, totals));
        text.append(line("renewals", YearFigures.RENEWALS, totals));
        text.append(line("notices", YearFigures.NOTICES, totals));
        text.append(line("alive at the end", YearFigures.ALIVE, totals));
        text.append("  deliveries: ").append(facts.deliveries()).append("\n\n");
        for (var invariant : invariants) {
            text.append("  %-5s %s (%,d)%n"
                    .formatted(invariant.holds() ? "holds" : "FAILS", invariant.sentence(), invariant.checked()));
            if (!invariant.holds()) {
                text.append("        %,d times not:%n".formatted(invariant.broken()));
                invariant
                        .examples()
                        .forEach(example ->
                                text.append("        ").append(example).append('\n'));
            }
        }
        return text.toString();
    }

    private static String line(String what, List<Series> layers, Map<Series, Integer> totals) {
        var text = new StringBuilder("  " + what + ":");
        layers.stream()
                .filter(layer -> totals.getOrDefault(layer, 0) > 0)
                .forEach(layer -> text.append(" %s %,d,".formatted(layer.english(), totals.get(layer))));
        return text.substring(0, text.length() - 1) + "\n";
    }
}
