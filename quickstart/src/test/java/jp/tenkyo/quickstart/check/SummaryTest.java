package jp.tenkyo.quickstart.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    private static final Summary FAILED = new Summary(
            Map.of(Aspect.MAILS, new Summary.Tally(12_345, 1)),
            List.of(new Difference(Aspect.MAILS, "<1@example>", "once", "again", "a notice is sent once")),
            Map.of("mails", 12_345L));

    @Test
    void a_japanese_letter_takes_two_columns() {
        assertThat(Columns.width("失効 (REVOKED)")).isEqualTo(14);
        assertThat(Columns.width("ｶﾅ")).isEqualTo(2);
        assertThat(Columns.width("（増）")).isEqualTo(6);
    }

    @Test
    void the_lines_of_the_table_end_in_the_same_column() {
        var widths = FAILED.table()
                .lines()
                .limit(Aspect.values().length + 4)
                .map(Columns::width)
                .distinct();
        assertThat(widths).hasSize(1);
    }

    @Test
    void table_and_json_say_what_differs() {
        assertThat(FAILED.passed()).isFalse();
        assertThat(FAILED.table()).contains("expected once", "because  a notice is sent once", "12,345");
        assertThat(FAILED.json()).contains("\"passed\" : false", "\"because\" : \"a notice is sent once\"");
    }

    @Test
    void refused_rows_are_known_by_their_event_id(@TempDir Path folder) throws IOException {
        var file = folder.resolve("refused.csv");
        Files.writeString(file, "異動イベントID,理由\nchitose-20261122-000007,市区町村コード\n,empty\n");
        assertThat(RefusedRows.eventIdsIn(file)).containsExactly("chitose-20261122-000007");
        assertThat(RefusedRows.eventIdsIn(folder.resolve("none"))).isEmpty();
    }
}
