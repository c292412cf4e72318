package jp.tenkyo.lifecycle.door;

import java.util.Arrays;
import java.util.Optional;

/** Columns of the municipal export form, and the field that each carries. */
enum CsvColumn {
    EVENT_ID("異動イベントID", ResidentChangeForm.EVENT_ID, true),
    HOLDER_ID("利用者ID", ResidentChangeForm.HOLDER_ID, true),
    MUNICIPALITY("市区町村コード", ResidentChangeForm.MUNICIPALITY, true),
    RECORD_NUMBER("履歴番号", ResidentChangeForm.RECORD_NUMBER, true),
    REASON("異動事由", ResidentChangeForm.REASON, true),
    CHANGED("異動項目", ResidentChangeForm.CHANGED, false),
    EVENT_DATE("異動日", ResidentChangeForm.EVENT_DATE, true),
    NOTIFIED_DATE("届出日", ResidentChangeForm.NOTIFIED_DATE, false),
    PROCESSED_DATE("処理日", ResidentChangeForm.PROCESSED_DATE, true),
    PLANNED_MOVE_OUT_DATE("転出予定日", ResidentChangeForm.PLANNED_MOVE_OUT_DATE, false),
    CONTINUED_USE("継続利用", ResidentChangeForm.CONTINUED_USE, false),
    AMENDS("訂正対象イベントID", ResidentChangeForm.AMENDS, false);

    private final String heading;
    private final String field;
    private final boolean required;

    CsvColumn(String heading, String field, boolean required) {
        this.heading = heading;
        this.field = field;
        this.required = required;
    }

    String heading() {
        return heading;
    }

    /** Whether no change can be read from a file without the column. */
    boolean isRequired() {
        return required;
    }

    static Optional<CsvColumn> headed(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.heading.equals(heading))
                .findFirst();
    }

    /** The heading under which a field stands; the field's own name where it stands under none. */
    static String headingOf(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst()
                .map(CsvColumn::heading)
                .orElse(field);
    }

    static CsvColumn of(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column carries " + field));
    }
}
