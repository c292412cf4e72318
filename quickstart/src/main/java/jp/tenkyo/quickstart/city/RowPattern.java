package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One row of the day's file, before it has a holder, together with the answer that it must get.
 *
 * @param numberStep record number of the row, counted from the latest one that a certificate was made from
 * @param eventDays days from today to the event, negative in the past
 * @param attempt 1, or 2 for a row that is sent again with the same event id
 * @param spoil what makes the row wrong, so that the door must refuse it
 * @param outcomes each of which is right; empty for a row that must be refused at the door
 * @param code of the outcome, where the rules name one
 */
record RowPattern(
        ChangeReason reason,
        Set<ChangedAttribute> changed,
        int numberStep,
        int eventDays,
        int attempt,
        @Nullable Integer plannedDays,
        @Nullable Boolean continuedUse,
        boolean amends,
        @Nullable BiConsumer<Map<Column, String>, LocalDate> spoil,
        Set<Outcome> outcomes,
        @Nullable String code,
        Set<String> findings) {

    private static final int USUAL_EVENT_DAYS = -2;

    /** A row that has an effect. */
    static RowPattern deciding(ChangeReason reason, ChangedAttribute... changed) {
        return new RowPattern(
                reason,
                Set.of(changed),
                1,
                USUAL_EVENT_DAYS,
                1,
                null,
                null,
                false,
                null,
                Set.of(Outcome.ACCEPTED),
                null,
                Set.of());
    }

    /**
     * A row without effect on a certificate. Whether the new record number alone makes it accepted is left open by the
     * rules; that it is not rejected is what counts.
     */
    static RowPattern keeping(ChangeReason reason, ChangedAttribute... changed) {
        return deciding(reason, changed).answered(Outcome.ACCEPTED, Outcome.UNCHANGED);
    }

    RowPattern answered(Outcome... right) {
        return copy(numberStep, eventDays, attempt, spoil, Set.of(right), code, findings);
    }

    RowPattern unchanged(String because) {
        return copy(numberStep, eventDays, attempt, spoil, Set.of(Outcome.UNCHANGED), because, findings);
    }

    RowPattern finding(String finding) {
        return copy(numberStep, eventDays, attempt, spoil, outcomes, code, Set.of(finding));
    }

    RowPattern happening(int days) {
        return copy(numberStep, days, attempt, spoil, outcomes, code, findings);
    }

    RowPattern numbered(int step) {
        return copy(step, eventDays, attempt, spoil, outcomes, code, findings);
    }

    RowPattern again() {
        return copy(numberStep, eventDays, 2, spoil, outcomes, code, findings);
    }

    RowPattern refusedFor(BiConsumer<Map<Column, String>, LocalDate> fault) {
        return copy(numberStep, eventDays, attempt, fault, Set.of(), null, Set.of());
    }

    RowPattern planned(int days) {
        return new RowPattern(
                reason,
                changed,
                numberStep,
                days,
                attempt,
                days,
                continuedUse,
                amends,
                spoil,
                outcomes,
                code,
                findings);
    }

    RowPattern continuing(boolean use) {
        return new RowPattern(
                reason,
                changed,
                numberStep,
                eventDays,
                attempt,
                plannedDays,
                use,
                amends,
                spoil,
                outcomes,
                code,
                findings);
    }

    RowPattern amending() {
        return new RowPattern(
                reason,
                changed,
                numberStep,
                eventDays,
                attempt,
                plannedDays,
                continuedUse,
                true,
                spoil,
                outcomes,
                code,
                findings);
    }

    boolean isRefused() {
        return outcomes.isEmpty();
    }

    private RowPattern copy(
            int step,
            int days,
            int time,
            @Nullable BiConsumer<Map<Column, String>, LocalDate> fault,
            Set<Outcome> right,
            @Nullable String because,
            Set<String> found) {
        return new RowPattern(
                reason, changed, step, days, time, plannedDays, continuedUse, amends, fault, right, because, found);
    }
}
