package jp.tenkyo.quickstart.city;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A row of the day's file. */
record Row(String eventId, Holder holder, RowPattern pattern, Map<Column, String> cells) {

    List<String> values() {
        return Arrays.stream(Column.values())
                .map(column -> cells.getOrDefault(column, ""))
                .toList();
    }
}
