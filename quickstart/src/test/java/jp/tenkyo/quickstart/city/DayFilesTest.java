package jp.tenkyo.quickstart.city;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.schemas.ChangeReasons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final City CITY = City.generate(CitySettings.of(2_000, 12246, TODAY));

    @TempDir
    Path folder;

    @Test
    void the_days_file_holds_every_reason_at_least_once() {
        var found = changes().stream()
                .map(row -> ChangeReasons.named(row.getField("異動事由")))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ChangeReason.values())
                        .filter(reason -> reason != ChangeReason.UNKNOWN)
                        .toList());
    }

    @Test
    void it_has_about_300_rows_under_the_headings_of_the_export() {
        assertThat(changes()).hasSizeBetween(280, 340);
        assertThat(changes().getFirst().getHeader())
                .containsExactly(
                        "異動イベントID",
                        "利用者ID",
                        "市区町村コード",
                        "履歴番号",
                        "異動事由",
                        "異動項目",
                        "異動日",
                        "届出日",
                        "処理日",
                        "転出予定日",
                        "継続利用",
                        "訂正対象イベントID");
    }

    @Test
    void dates_are_written_in_all_three_ways_and_brackets_in_both_widths() {
        var dates = changes().stream().map(row -> row.getField("処理日")).toList();
        var reasons = changes().stream().map(row -> row.getField("異動事由")).toList();
        assertThat(dates).contains("2026-11-22", "令和8年11月22日", "R8.11.22");
        assertThat(reasons).anyMatch(reason -> !Normalizer.isNormalized(reason, Normalizer.Form.NFKC));
    }

    @Test
    void what_is_sent_again_comes_after_what_is_sent_once_and_carries_the_same_id() {
        var ids = changes().stream().map(row -> row.getField("異動イベントID")).toList();
        var again = ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .toList();
        assertThat(again).hasSize(6).allMatch(id -> ids.lastIndexOf(id) >= ids.size() - 6);
    }

    @Test
    void the_bulk_correction_is_utf_8_with_byte_order_mark() {
        var file = CITY.writeDayFiles(folder).getLast();
        assertThat(bytesOf(file).subList(0, 3)).containsExactly((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
        assertThat(rows(file, StandardCharsets.UTF_8))
                .hasSize(1_000)
                .allMatch(row -> row.getField("異動事由").equals("軽微な修正"));
    }

    @Test
    void the_first_year_of_an_era_is_written_by_its_own_letter() {
        assertThat(DateStyle.ERA.of(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
        assertThat(DateStyle.ERA_SHORT.of(LocalDate.of(2026, 4, 1))).isEqualTo("R8.4.1");
    }

    private List<NamedCsvRecord> changes() {
        return rows(CITY.writeDayFiles(folder).getFirst(), Charset.forName("windows-31j"));
    }

    private static List<NamedCsvRecord> rows(Path file, Charset charset) {
        try {
            var text = Files.readString(file, charset);
            var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            try (var csv = CsvReader.builder().ofNamedCsvRecord(plain)) {
                return csv.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Byte> bytesOf(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            var boxed = new Byte[bytes.length];
            Arrays.setAll(boxed, i -> bytes[i]);
            return List.of(boxed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
