package jp.tenkyo.lifecycle.core;

import java.time.LocalTime;
import java.time.Period;

/**
 * The numbers of the rule book. All of them are data: the next card generation is planned with others.
 *
 * @param version names this set of numbers in every event
 * @param birthdays certificates end on the n-th birthday after issue (rule book 3); 5
 * @param birthdaysOfRenewal n where a still valid certificate is renewed in its window; 6
 * @param legacyYears validity of a legacy card's certificate, counted from the day after issue; 3
 * @param renewalWindow how long before the last valid day renewal opens, clamped to the month's end; 3 months
 * @param leapDay birthday of those born on 29 February in common years
 * @param lastDayRenewal how a renewal on the last valid day itself counts
 * @param signingFromAge below it a signing certificate needs a finding; 15
 * @param moveInWithinDays days after a move-out within which a move-in keeps authentication (Act 31(1)(ii)); 30
 * @param furiganaEndsSigning whether a change of 振り仮名 ends signing certificates; no
 * @param reminders when holders are told of an expiry
 */
public record Policy(
        String version,
        int birthdays,
        int birthdaysOfRenewal,
        int legacyYears,
        Period renewalWindow,
        LeapDay leapDay,
        LastDayRenewal lastDayRenewal,
        int signingFromAge,
        int moveInWithinDays,
        boolean furiganaEndsSigning,
        Reminders reminders) {

    /** 29 February in common years. */
    public enum LeapDay {
        FEBRUARY_28,
        MARCH_1
    }

    /** A renewal on the last valid day, which is a birthday. */
    public enum LastDayRenewal {
        /** "Strictly later" taken at its word: one year more than the day before. */
        LITERAL,
        AS_THE_DAY_BEFORE
    }

    /**
     * When holders are told of an expiry.
     *
     * @param at time of day, Tokyo
     * @param monthBefore last valid day less this: {@link ReminderStage#ONE_MONTH_LEFT}
     * @param weekBefore last valid day less this: {@link ReminderStage#ONE_WEEK_LEFT}
     * @param expiredAfter last valid day plus this: {@link ReminderStage#EXPIRED}
     */
    public record Reminders(LocalTime at, Period monthBefore, Period weekBefore, Period expiredAfter) {}

    public Policy {
        mustBe(birthdays >= 1, "birthdays must be 1 or more");
        mustBe(birthdaysOfRenewal >= birthdays, "birthdays-of-renewal must not be less than birthdays");
        mustBe(legacyYears >= 1, "legacy-years must be 1 or more");
        mustBe(moveInWithinDays >= 1, "move-in-within-days must be 1 or more");
        mustBe(isForward(renewalWindow), "renewal-window must be a positive period such as P3M");
        mustBe(isForward(reminders.monthBefore), "reminders.month-before must be a positive period such as P1M");
        mustBe(isForward(reminders.weekBefore), "reminders.week-before must be a positive period such as P7D");
        mustBe(isForward(reminders.expiredAfter), "reminders.expired-after must be a positive period such as P1D");
    }

    /** The numbers as the rule book has them. */
    public static Policy ofRuleBook() {
        return new Policy(
                "2026-1",
                5,
                6,
                3,
                Period.ofMonths(3),
                LeapDay.FEBRUARY_28,
                LastDayRenewal.LITERAL,
                15,
                30,
                false,
                new Reminders(LocalTime.of(9, 0), Period.ofMonths(1), Period.ofDays(7), Period.ofDays(1)));
    }

    boolean isInCertificates(ChangedAttribute attribute) {
        return attribute != ChangedAttribute.FURIGANA || furiganaEndsSigning;
    }

    private static boolean isForward(Period period) {
        return !period.isNegative() && !period.isZero();
    }

    private static void mustBe(boolean right, String text) {
        if (!right) {
            throw new IllegalArgumentException(text);
        }
    }
}
