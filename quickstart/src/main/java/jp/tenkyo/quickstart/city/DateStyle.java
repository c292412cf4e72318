package jp.tenkyo.quickstart.city;

import java.time.LocalDate;

/** The ways in which municipal systems write a date. */
enum DateStyle {
    ISO {
        @Override
        String of(LocalDate date) {
            return date.toString();
        }
    },
    /** 令和8年4月1日 */
    ERA {
        @Override
        String of(LocalDate date) {
            var year = date.getYear() - YEAR_BEFORE_REIWA;
            return "令和%s年%d月%d日".formatted(year == 1 ? "元" : year, date.getMonthValue(), date.getDayOfMonth());
        }
    },
    /** R8.4.1 */
    ERA_SHORT {
        @Override
        String of(LocalDate date) {
            return "R%d.%d.%d"
                    .formatted(date.getYear() - YEAR_BEFORE_REIWA, date.getMonthValue(), date.getDayOfMonth());
        }
    };

    private static final int YEAR_BEFORE_REIWA = 2018;

    /** For dates from 1 May 2019 on. */
    abstract String of(LocalDate date);
}
