package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.Set;
import jp.tenkyo.lifecycle.contract.InputMessages;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Form;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** Reads a resident-record change (異動). */
final class ResidentChangeForm implements InputForm<Fields> {

    static final String EVENT_ID = "eventId";
    static final String HOLDER_ID = "holderId";
    static final String MUNICIPALITY = "municipality";
    static final String RECORD_NUMBER = "recordNumber";
    static final String REASON = "reason";
    static final String CHANGED = "changed";
    static final String EVENT_DATE = "eventDate";
    static final String NOTIFIED_DATE = "notifiedDate";
    static final String PROCESSED_DATE = "processedDate";
    static final String PLANNED_MOVE_OUT_DATE = "plannedMoveOutDate";
    static final String CONTINUED_USE = "continuedUse";
    static final String AMENDS = "amends";

    private static final int ID_LENGTH_MAX = 128;

    @Override
    public Set<String> fieldNames() {
        return Set.of(
                EVENT_ID,
                HOLDER_ID,
                MUNICIPALITY,
                RECORD_NUMBER,
                REASON,
                CHANGED,
                EVENT_DATE,
                NOTIFIED_DATE,
                PROCESSED_DATE,
                PLANNED_MOVE_OUT_DATE,
                CONTINUED_USE,
                AMENDS);
    }

    @Override
    public String idField() {
        return EVENT_ID;
    }

    @Override
    public Reading read(Fields fields, Instant now) {
        var faults = fields.faults();
        var eventId = fields.required(EVENT_ID, fields.text(EVENT_ID));
        var holderId = fields.required(HOLDER_ID, fields.text(HOLDER_ID));
        var municipality = fields.required(MUNICIPALITY, fields.text(MUNICIPALITY));
        var recordNumber = fields.required(RECORD_NUMBER, fields.number(RECORD_NUMBER));
        var reason = fields.required(REASON, fields.symbol(REASON, ChangeReason.class));
        var changed = fields.symbols(CHANGED, ChangedAttribute.class);
        var eventDate = fields.required(EVENT_DATE, fields.date(EVENT_DATE));
        var notifiedDate = fields.date(NOTIFIED_DATE);
        var processedDate = fields.required(PROCESSED_DATE, fields.date(PROCESSED_DATE));
        var plannedMoveOutDate = fields.date(PLANNED_MOVE_OUT_DATE);
        var continuedUse = fields.flag(CONTINUED_USE);
        var amends = fields.text(AMENDS);
        if (amends.isPresent() && amends.get().length() > ID_LENGTH_MAX) {
            faults.add(AMENDS, "TOO_LONG", "amends is an eventId: at most " + ID_LENGTH_MAX + " characters.");
        }
        if (!faults.isEmpty()) {
            return new Reading.Faulty(faults.found());
        }
        var change = new ResidentChange(
                eventId.orElseThrow(),
                holderId.orElseThrow(),
                municipality.orElseThrow(),
                recordNumber.orElseThrow(),
                reason.orElseThrow(),
                changed,
                eventDate.orElseThrow(),
                notifiedDate,
                processedDate.orElseThrow(),
                plannedMoveOutDate,
                continuedUse,
                amends);
        faults.addAll(Form.problemsOf(change, now));
        return faults.isEmpty() ? new Reading.Sound(InputMessages.of(change, now)) : new Reading.Faulty(faults.found());
    }
}
