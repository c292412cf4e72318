package jp.tenkyo.notifier.core.wording;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates as Japanese offices write them. */
final class JapaneseDates {

    private static final DateTimeFormatter WESTERN = DateTimeFormatter.ofPattern("y年M月d日（E）", Locale.JAPANESE);
    private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("GGGG", Locale.JAPANESE);

    private JapaneseDates() {}

    /** Such as 2026年11月22日（日）. */
    static String western(LocalDate date) {
        return WESTERN.format(date);
    }

    /** With the era beside it, such as 2026年11月22日（日）〔令和8年11月22日〕. */
    static String withEra(LocalDate date) {
        var era = JapaneseDate.from(date);
        var year = era.get(ChronoField.YEAR_OF_ERA);
        return "%s〔%s%s年%d月%d日〕"
                .formatted(
                        western(date),
                        ERA.format(era),
                        year == 1 ? "元" : Integer.toString(year),
                        date.getMonthValue(),
                        date.getDayOfMonth());
    }
}
