package jp.tenkyo.quickstart.city;

import java.util.Arrays;
import java.util.List;

/** Columns of the municipal export, in the order of the file. */
enum Column {
    EVENT_ID("異動イベントID"),
    HOLDER_ID("利用者ID"),
    MUNICIPALITY("市区町村コード"),
    RECORD_NUMBER("履歴番号"),
    REASON("異動事由"),
    CHANGED("異動項目"),
    EVENT_DATE("異動日"),
    NOTIFIED_DATE("届出日"),
    PROCESSED_DATE("処理日"),
    PLANNED_MOVE_OUT_DATE("転出予定日"),
    CONTINUED_USE("継続利用"),
    AMENDS("訂正対象イベントID");

    private final String heading;

    Column(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    static List<String> headings() {
        return Arrays.stream(values()).map(Column::heading).toList();
    }
}
