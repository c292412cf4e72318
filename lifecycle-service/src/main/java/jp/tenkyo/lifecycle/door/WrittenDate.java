package jp.tenkyo.lifecycle.door;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as a municipal system writes it: ISO (2026-04-01, 2026/4/1, 20260401) or by era (令和8年4月1日, R8.4.1). */
sealed interface WrittenDate {

    record Read(LocalDate date) implements WrittenDate {}

    /** No date of the calendar. */
    record Unreadable() implements WrittenDate {}

    /**
     * The date lies outside its era: 平成31年5月1日 does not exist.
     *
     * @param right the same day by the era that it lies in
     */
    record OutsideEra(String right) implements WrittenDate {}

    Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})|(\\d{4})(\\d{2})(\\d{2})");
    Pattern BY_ERA = Pattern.compile(
            "(\\p{IsHan}{2}|[MTSHRmtshr])(元|\\d{1,2})" + "(?:年(\\d{1,2})月(\\d{1,2})日|[./-](\\d{1,2})[./-](\\d{1,2}))");

    static WrittenDate read(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var iso = ISO.matcher(normal);
        if (iso.matches()) {
            return date(number(iso, 1, 4), number(iso, 2, 5), number(iso, 3, 6))
                    .<WrittenDate>map(Read::new)
                    .orElseGet(Unreadable::new);
        }
        var byEra = BY_ERA.matcher(normal);
        return byEra.matches() ? byEra(byEra) : new Unreadable();
    }

    private static WrittenDate byEra(Matcher parts) {
        var era = Era.named(parts.group(1));
        var year = "元".equals(parts.group(2)) ? 1 : Integer.parseInt(parts.group(2));
        var date = era.flatMap(known -> date(known.gregorianYear(year), number(parts, 3, 5), number(parts, 4, 6)));
        if (era.isEmpty() || date.isEmpty() || year == 0) {
            return new Unreadable();
        }
        return era.get().contains(date.get()) ? new Read(date.get()) : new OutsideEra(Era.write(date.get()));
    }

    private static int number(Matcher parts, int group, int otherGroup) {
        var digits = parts.group(group);
        return Integer.parseInt(digits == null ? parts.group(otherGroup) : digits);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
