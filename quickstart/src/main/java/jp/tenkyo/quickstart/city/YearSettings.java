package jp.tenkyo.quickstart.city;

import java.time.LocalDate;

/**
 * What makes one city's year, or some weeks of it; equal settings make equal years.
 *
 * @param residents on the first day; as many more come as people move in and children are born
 * @param seed of every draw
 * @param firstDay residents are as they are at its 00:00
 * @param lastDay of the same year
 * @param issuers whose certificates the residents hold
 */
public record YearSettings(int residents, long seed, LocalDate firstDay, LocalDate lastDay, IssuerKeys issuers) {

    private static final int YEAR_MIN = 2024;
    private static final int YEAR_MAX = 2100;

    public YearSettings {
        if (residents < CitySettings.RESIDENTS_MIN || residents > CitySettings.RESIDENTS_MAX) {
            throw new IllegalArgumentException("residents must be %d to %d, not %d"
                    .formatted(CitySettings.RESIDENTS_MIN, CitySettings.RESIDENTS_MAX, residents));
        }
        var year = firstDay.getYear();
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new IllegalArgumentException("year must be %d to %d, not %d".formatted(YEAR_MIN, YEAR_MAX, year));
        }
        if (lastDay.isBefore(firstDay) || lastDay.getYear() != year) {
            throw new IllegalArgumentException(lastDay + " does not end a time that begins on " + firstDay);
        }
    }

    /** With issuers that have no keys. */
    public YearSettings(int residents, long seed, LocalDate firstDay, LocalDate lastDay) {
        this(residents, seed, firstDay, lastDay, IssuerKeys.LABELS);
    }

    /** The city as it is on the first day. */
    CitySettings atFirst() {
        return CitySettings.of(residents, seed, firstDay).withIssuers(issuers);
    }

    /** From 1 January to 31 December. */
    public static YearSettings whole(int residents, long seed, int year) {
        return new YearSettings(residents, seed, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public int year() {
        return firstDay.getYear();
    }
}
