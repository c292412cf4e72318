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
 * @param pinFailures when a PIN locks
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
        Reminders reminders,
        PinFailures pinFailures) {

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

    /**
     * Wrong entries in a row that lock a PIN (rule book 4).
     *
     * @param card 個人番号カード用; 3
     * @param signing 署名用; 5
     * @param authentication 利用者証明用; 3
     */
    public record PinFailures(int card, int signing, int authentication) {

        int lockingAt(Pin pin) {
            return switch (pin) {
                case CARD -> card;
                case SIGNING -> signing;
                case AUTHENTICATION -> authentication;
            };
        }
    }

    public Policy {
        mustBe(birthdays >= 1, "birthdays must be 1 or more");
        mustBe(birthdaysOfRenewal >= birthdays, "birthdays-of-renewal must not be less than birthdays");
        mustBe(legacyYears >= 1, "legacy-years must be 1 or more");
        mustBe(moveInWithinDays >= 1, "move-in-within-days must be 1 or more");
        mustBe(isForward(renewalWindow), "renewal-window must be a positive period such as P3M");
        mustBe(isForward(reminders.monthBefore), "reminders.month-before must be a positive period such as P1M");
        mustBe(isForward(reminders.weekBefore), "reminders.week-before must be a positive period such as P7D");
        mustBe(isForward(reminders.expiredAfter), "reminders.expired-after must be a positive period such as P1D");
        mustBe(pinFailures.card >= 1, "pins.card-failures-max must be 1 or more");
        mustBe(pinFailures.signing >= 1, "pins.signing-failures-max must be 1 or more");
        mustBe(pinFailures.authentication >= 1, "pins.authentication-failures-max must be 1 or more");
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
                new Reminders(LocalTime.of(9, 0), Period.ofMonths(1), Period.ofDays(7), Period.ofDays(1)),
                new PinFailures(3, 5, 3));
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
