package jp.tenkyo.lifecycle.door;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Japanese eras (元号), from the first one on. */
enum Era {
    MEIJI("明治", "M", LocalDate.of(1868, 1, 25)),
    TAISHO("大正", "T", LocalDate.of(1912, 7, 30)),
    SHOWA("昭和", "S", LocalDate.of(1926, 12, 25)),
    HEISEI("平成", "H", LocalDate.of(1989, 1, 8)),
    REIWA("令和", "R", LocalDate.of(2019, 5, 1));

    private final String kanji;
    private final String letter;
    private final LocalDate begin;

    Era(String kanji, String letter, LocalDate begin) {
        this.kanji = kanji;
        this.letter = letter;
        this.begin = begin;
    }

    static Optional<Era> named(String kanjiOrLetter) {
        return Arrays.stream(values())
                .filter(era -> era.kanji.equals(kanjiOrLetter) || era.letter.equalsIgnoreCase(kanjiOrLetter))
                .findFirst();
    }

    /** The Gregorian year; the first year of an era is the year in which it began. */
    int gregorianYear(int yearOfEra) {
        return begin.getYear() + yearOfEra - 1;
    }

    boolean contains(LocalDate date) {
        return of(date).filter(era -> era == this).isPresent();
    }

    static Optional<Era> of(LocalDate date) {
        return Arrays.stream(values()).filter(era -> !date.isBefore(era.begin)).reduce((_, later) -> later);
    }

    /** The date as people write it: 令和元年5月1日. */
    static String write(LocalDate date) {
        return of(date).map(era -> era.written(date)).orElseGet(date::toString);
    }

    private String written(LocalDate date) {
        var year = date.getYear() - begin.getYear() + 1;
        return "%s%s年%d月%d日".formatted(kanji, year == 1 ? "元" : year, date.getMonthValue(), date.getDayOfMonth());
    }
}
