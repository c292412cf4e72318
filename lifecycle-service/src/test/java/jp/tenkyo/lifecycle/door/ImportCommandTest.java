package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.schemas.ChangeReasons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImportCommandTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String HEADINGS = "異動イベントID,利用者ID,市区町村コード,履歴番号,異動事由,異動項目,異動日,届出日,処理日,転出予定日,継続利用,訂正対象イベントID";
    private static final String MOVED = "e-1,h-1,012246,3,転居,住所;方書,令和8年3月30日,R8.3.31,2026-04-01,,,";

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    record Written(Charset charset, String mark) {}

    static Stream<Written> encodings() {
        return Stream.of(
                new Written(UTF_8, ""), new Written(UTF_8, "\uFEFF"), new Written(CsvEncoding.WINDOWS_31J, ""));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void every_encoding_is_recognised_and_kept_for_the_refused_rows(Written written) throws IOException {
        var wrong = "e-2,h-2,012246,3,引越し,,2026-03-30,,2026-04-01,,,";
        var file = write(written, HEADINGS, MOVED, wrong);

        assertThat(importing(file)).isEqualTo(1);

        var refused = Files.readString(folder.resolve("refused.csv"), written.charset());
        assertThat(refused.lines())
                .containsExactly(
                        written.mark() + HEADINGS + ",行番号,理由コード,理由", wrong + ",3,UNKNOWN_SYMBOL,異動事由: 標準仕様にない名称です");
        assertThat(out.toString())
                .contains("read             2")
                .contains("refused          1")
                .contains("UNKNOWN_SYMBOL");
    }

    @ParameterizedTest
    @EnumSource(value = ChangeReason.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void every_cause_of_the_standard_is_taken(ChangeReason reason) throws IOException {
        var continuedUse = reason == ChangeReason.MOVED_ABROAD ? "有" : "";
        var row = "e-1,h-1,012246,3,%s,氏名,2026-03-30,,2026-04-01,,%s,"
                .formatted(ChangeReasons.nameOf(reason), continuedUse);

        assertThat(importing(write(new Written(CsvEncoding.WINDOWS_31J, ""), HEADINGS, row)))
                .isZero();
    }

    @Test
    void columns_stand_in_any_order_and_optional_ones_may_be_absent() throws IOException {
        var file = write(
                new Written(UTF_8, ""),
                "処理日,異動日,異動事由,履歴番号,市区町村コード,利用者ID,異動イベントID",
                "2026-04-01,2026-03-30,転居,3,012246,h-1,e-1");

        assertThat(importing(file)).isZero();
        assertThat(folder.resolve("refused.csv")).doesNotExist();
    }

    @Test
    void quotes_full_width_digits_blank_rows_and_line_ends_of_windows_are_taken() throws IOException {
        var file = folder.resolve("day.csv");
        Files.writeString(
                file,
                HEADINGS
                        + "\r\n\r\n\"e-1\",\"h-1\",０１２２４６,３,\"転居\",\"住所；方書\",\"令和８年３月３０日\",,R8.4.1,,,\r\n,,,,,,,,,,,\r\n");

        assertThat(importing(file)).isZero();
        assertThat(out.toString()).contains("read             1");
    }

    @Test
    void a_refused_row_says_everything_that_is_wrong_with_it() throws IOException {
        var file = write(
                new Written(UTF_8, ""), HEADINGS, "e-1,,12246,x,国外転出,,平成31年5月1日,,2026-04-02,,はい,", "e-2,h-2,012246");

        assertThat(importing(file)).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("refused.csv")))
                .contains("履歴番号: 整数ではありません")
                .contains("異動日: 元号の期間外です(正しくは令和元年5月1日)")
                .contains("継続利用: 「有」か「無」で指定してください")
                .contains("利用者ID: 必須項目が空です")
                .contains("3,COLUMN_COUNT,");
    }

    @Test
    void an_unknown_column_is_named() throws IOException {
        assertThat(importing(write(new Written(UTF_8, ""), HEADINGS + ",氏名カナ", MOVED + ",")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("unknown column: 氏名カナ");
    }

    @Test
    void a_missing_column_is_named() throws IOException {
        assertThat(importing(write(new Written(UTF_8, ""), HEADINGS.replace("処理日,", ""), MOVED)))
                .isEqualTo(2);
        assertThat(err.toString()).contains("lacks: 処理日");
    }

    @Test
    void in_a_simulation_no_row_may_have_been_processed_after_its_clock() throws IOException {
        var file = write(new Written(UTF_8, ""), HEADINGS, MOVED);

        assertThat(importing(file, "--clock", "2026-03-31T23:59+09:00")).isEqualTo(1);
        assertThat(importing(file, "--clock", "2026-04-01T00:00+09:00")).isZero();
    }

    @Test
    void a_rate_below_zero_could_not_run() throws IOException {
        assertThat(importing(write(new Written(UTF_8, ""), HEADINGS, MOVED), "--rate", "-1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--rate must not be negative: -1");
    }

    @Test
    void a_file_that_is_not_there_or_empty_or_no_text_could_not_run() throws IOException {
        assertThat(importing(folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(importing(write(new Written(UTF_8, "")))).isEqualTo(2);
        var bytes = folder.resolve("bytes.csv");
        Files.write(bytes, new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0x80, (byte) 0xA0});
        assertThat(importing(bytes)).isEqualTo(2);
    }

    private Path write(Written written, String... lines) throws IOException {
        var file = folder.resolve("day.csv");
        Files.writeString(file, written.mark() + String.join("\r\n", lines), written.charset());
        return file;
    }

    private int importing(Path file, String... more) {
        var arguments = new ArrayList<>(List.of(
                file.toString(),
                "--dry-run",
                "--refused",
                folder.resolve("refused.csv").toString()));
        arguments.addAll(Arrays.asList(more));
        return ImportCommand.commandLine(InstantSource.fixed(NOW))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
