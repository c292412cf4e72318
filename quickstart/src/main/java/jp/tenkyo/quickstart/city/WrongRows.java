package jp.tenkyo.quickstart.city;

import static jp.tenkyo.quickstart.city.Traits.Holding.CARD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;

/** Rows that the door must refuse, each for one fault. Their holders' certificates stay as they are. */
final class WrongRows {

    private WrongRows() {}

    static List<Group> all() {
        return List.of(
                wrong("check digit of the municipality", (row, today) -> row.put(Column.MUNICIPALITY, "012247")),
                wrong("reason that the Standard does not know", (row, today) -> row.put(Column.REASON, "引越し")),
                wrong("30 February", (row, today) -> row.put(Column.EVENT_DATE, today.getYear() + "-02-30")),
                wrong("30 February of an era", (row, today) -> row.put(Column.EVENT_DATE, "令和7年2月30日")),
                wrong(
                        "processed in the future",
                        (row, today) -> row.put(Column.PROCESSED_DATE, iso(today.plusDays(3)))),
                wrong(
                        "happened after it was processed",
                        (row, today) -> row.put(Column.EVENT_DATE, iso(today.plusDays(2)))),
                wrong("holder missing", (row, today) -> row.put(Column.HOLDER_ID, "")),
                wrong("holder with characters that none has", (row, today) -> row.put(Column.HOLDER_ID, "h/0 0")),
                wrong("record number 0", (row, today) -> row.put(Column.RECORD_NUMBER, "0")),
                wrong("attribute that the export does not know", (row, today) -> row.put(Column.CHANGED, "電話番号")),
                wrong(
                        "planned move-out without a move-out",
                        (row, today) -> row.put(Column.PLANNED_MOVE_OUT_DATE, iso(today))),
                Group.of(
                        "wrong row: correction that does not say of what",
                        1,
                        Traits.holding(CARD),
                        RowPattern.deciding(ChangeReason.CORRECTED_EX_OFFICIO).refusedFor((row, today) -> {})));
    }

    private static Group wrong(String fault, BiConsumer<Map<Column, String>, LocalDate> spoil) {
        var row = RowPattern.deciding(ChangeReason.MOVED_WITHIN_MUNICIPALITY, ChangedAttribute.ADDRESS)
                .refusedFor(spoil);
        return Group.of("wrong row: " + fault, 1, Traits.holding(CARD), row);
    }

    private static String iso(LocalDate date) {
        return date.toString();
    }
}
