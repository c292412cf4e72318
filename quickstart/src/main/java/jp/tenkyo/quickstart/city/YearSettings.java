package jp.tenkyo.quickstart.city;

import java.time.LocalDate;

/**
 * What makes one city's year; equal settings make equal years.
 *
 * @param residents on 1 January; as many more come as people move in and children are born
 * @param seed of every draw
 */
public record YearSettings(int residents, long seed, int year) {

    private static final int YEAR_MIN = 2024;
    private static final int YEAR_MAX = 2100;

    public YearSettings {
        if (residents < CitySettings.RESIDENTS_MIN || residents > CitySettings.RESIDENTS_MAX) {
            throw new IllegalArgumentException("residents must be %d to %d, not %d"
                    .formatted(CitySettings.RESIDENTS_MIN, CitySettings.RESIDENTS_MAX, residents));
        }
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new IllegalArgumentException("year must be %d to %d, not %d".formatted(YEAR_MIN, YEAR_MAX, year));
        }
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year, 12, 31);
    }
}
