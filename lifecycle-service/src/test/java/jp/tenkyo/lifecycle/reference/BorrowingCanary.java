package jp.tenkyo.lifecycle.reference;

import java.time.Instant;
import java.time.LocalDate;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.core.ResidentChange;
import jp.tenkyo.lifecycle.core.Tokyo;

/**
 * Borrows from the core what the reference model must not. {@link ModelWallTest} proves with it that the wall sees
 * each.
 */
final class BorrowingCanary {

    private BorrowingCanary() {}

    static LocalDate borrowsADay(ResidentChange change) {
        return change.effectiveOn();
    }

    static boolean borrowsWhatMayWait(ResidentChange change) {
        return change.reason().mayLieInTheFuture();
    }

    static Object borrowsTheDecision(Holder holder, Command command, Instant now) {
        return Lifecycle.handle(holder, command, now, Policy.ofRuleBook());
    }

    static LocalDate borrowsTheCalendar(Instant instant) {
        return Tokyo.dateOf(instant);
    }

    static int borrowsANumber(Policy policy) {
        return policy.birthdays();
    }
}
