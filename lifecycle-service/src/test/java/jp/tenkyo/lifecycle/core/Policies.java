package jp.tenkyo.lifecycle.core;

import java.time.LocalTime;
import java.time.Period;

/** The rule book's numbers with one setting turned. */
final class Policies {

    private static final Policy RULE_BOOK = Policy.ofRuleBook();

    private Policies() {}

    static Policy furiganaEndsSigning() {
        return with(RULE_BOOK.leapDay(), RULE_BOOK.lastDayRenewal(), true, RULE_BOOK.reminders());
    }

    static Policy leapDayOn(Policy.LeapDay leapDay) {
        return with(leapDay, RULE_BOOK.lastDayRenewal(), false, RULE_BOOK.reminders());
    }

    static Policy lastDayRenewal(Policy.LastDayRenewal lastDayRenewal) {
        return with(RULE_BOOK.leapDay(), lastDayRenewal, false, RULE_BOOK.reminders());
    }

    static Policy remindersAt(LocalTime time) {
        return with(
                RULE_BOOK.leapDay(),
                RULE_BOOK.lastDayRenewal(),
                false,
                new Policy.Reminders(time, Period.ofMonths(1), Period.ofDays(7), Period.ofDays(1)));
    }

    static Policy moveInWithin(int days) {
        return new Policy(
                "test",
                RULE_BOOK.birthdays(),
                RULE_BOOK.birthdaysOfRenewal(),
                RULE_BOOK.legacyYears(),
                RULE_BOOK.renewalWindow(),
                RULE_BOOK.leapDay(),
                RULE_BOOK.lastDayRenewal(),
                RULE_BOOK.signingFromAge(),
                days,
                RULE_BOOK.furiganaEndsSigning(),
                RULE_BOOK.reminders(),
                RULE_BOOK.pinFailures());
    }

    static Policy lockingAt(int card, int signing, int authentication) {
        return new Policy(
                "test",
                RULE_BOOK.birthdays(),
                RULE_BOOK.birthdaysOfRenewal(),
                RULE_BOOK.legacyYears(),
                RULE_BOOK.renewalWindow(),
                RULE_BOOK.leapDay(),
                RULE_BOOK.lastDayRenewal(),
                RULE_BOOK.signingFromAge(),
                RULE_BOOK.moveInWithinDays(),
                RULE_BOOK.furiganaEndsSigning(),
                RULE_BOOK.reminders(),
                new Policy.PinFailures(card, signing, authentication));
    }

    private static Policy with(
            Policy.LeapDay leapDay,
            Policy.LastDayRenewal lastDayRenewal,
            boolean furigana,
            Policy.Reminders reminders) {
        return new Policy(
                "test",
                RULE_BOOK.birthdays(),
                RULE_BOOK.birthdaysOfRenewal(),
                RULE_BOOK.legacyYears(),
                RULE_BOOK.renewalWindow(),
                leapDay,
                lastDayRenewal,
                RULE_BOOK.signingFromAge(),
                RULE_BOOK.moveInWithinDays(),
                furigana,
                reminders,
                RULE_BOOK.pinFailures());
    }
}
