package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.tenkyo.avro.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, on a real broker; each test has holders of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcileCommandTest {

    private static final String HEADINGS = "利用者ID,市区町村コード,履歴番号";
    private static final String CHITOSE = "012246";
    private static final String SAPPORO = "011002";

    @SuppressWarnings("NullAway.Init") // Set before all tests.
    private EventsOnBroker events;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeAll
    void start(@TempDir Path broker) throws Exception {
        events = new EventsOnBroker(broker);
    }

    @AfterAll
    void stop() {
        events.close();
    }

    @Test
    void what_has_arrived_agrees() throws IOException {
        events.committed(story -> story.decided("a-1", CHITOSE, 3, Outcome.ACCEPTED)
                .decided("a-2", CHITOSE, 1, Outcome.UNCHANGED)
                .decided("a-2", SAPPORO, 7, Outcome.ACCEPTED));

        assertThat(reconciling(write(UTF_8, HEADINGS, "a-1,012246,3", "a-2,012246,1", "a-2,011002,6")))
                .isZero();
        assertThat(out.toString())
                .contains("read             3", "agree            3", "  1  ahead of the list", "differ           0");
        assertThat(folder.resolve("differences.csv")).doesNotExist();
    }

    @Test
    void what_is_behind_never_seen_or_has_a_gap_is_listed_in_the_lists_encoding() throws IOException {
        events.committed(story -> story.decided("b-1", CHITOSE, 2, Outcome.ACCEPTED)
                .decided("b-2", SAPPORO, 5, Outcome.ACCEPTED)
                .decided("b-3", CHITOSE, 9, Outcome.ACCEPTED)
                .gapOpened("b-3", CHITOSE, 4, 8)
                .gapClosed("b-3", CHITOSE, 5, 4)
                .decided("b-4", CHITOSE, 3, Outcome.REJECTED));

        var status = reconciling(write(
                CsvEncoding.WINDOWS_31J,
                "履歴番号,利用者ID,市区町村コード",
                "3,b-1,012246",
                "5,b-2,012246",
                "9,b-3,012246",
                "3,b-4,012246"));

        assertThat(status).isEqualTo(1);
        assertThat(differences(CsvEncoding.WINDOWS_31J))
                .containsExactlyInAnyOrder(
                        "履歴番号,利用者ID,市区町村コード,行番号,理由コード,理由",
                        "3,b-1,012246,2,BEHIND,履歴番号: 届いているのは2までです",
                        "5,b-2,012246,3,NEVER_SEEN,履歴番号: この市区町村からはまだ何も届いていません",
                        "9,b-3,012246,4,GAP,履歴番号: 届いていない番号があります(4 6-8)",
                        "3,b-4,012246,5,NEVER_SEEN,履歴番号: この市区町村からはまだ何も届いていません");
        assertThat(out.toString()).contains("differ           4", "2  NEVER_SEEN", "1  BEHIND", "1  GAP");
    }

    @Test
    void what_was_aborted_has_not_arrived() throws IOException {
        events.aborted(story -> story.decided("c-1", CHITOSE, 3, Outcome.ACCEPTED));
        events.committed(story -> story.decided("c-1", CHITOSE, 2, Outcome.ACCEPTED));

        assertThat(reconciling(write(UTF_8, HEADINGS, "c-1,012246,3"))).isEqualTo(1);
        assertThat(out.toString()).contains("1  BEHIND");
    }

    @Test
    void holders_of_every_partition_are_found() throws IOException {
        events.committed(story ->
                IntStream.range(0, 200).forEach(i -> story.decided("d-" + i, CHITOSE, i + 1, Outcome.ACCEPTED)));
        var rows = new ArrayList<>(List.of(HEADINGS));
        IntStream.range(0, 200).forEach(i -> rows.add("d-" + i + ",012246," + (i + 1)));

        assertThat(reconciling(write(UTF_8, rows.toArray(String[]::new)))).isZero();
        assertThat(out.toString()).contains("agree          200");
        assertThat(reconciling(write(UTF_8, rows.toArray(String[]::new)), "--rows-in-memory", "80"))
                .isZero();
        assertThat(out.toString()).contains("read           200", "agree          200");
    }

    @Test
    void a_row_that_is_wrong_or_stands_twice_is_listed_with_the_reason() throws IOException {
        events.committed(story -> story.decided("e-1", CHITOSE, 3, Outcome.ACCEPTED));

        var status = reconciling(
                write(UTF_8, HEADINGS, "e-1,０１２２４６,３", "e-1,012246,9", "e 2,012245,0", "e-3,012246,x", "e-4,012246"));

        assertThat(status).isEqualTo(1);
        assertThat(differences(UTF_8))
                .contains(
                        "e-1,012246,9,3,DUPLICATE,利用者ID: 同じ利用者IDと市区町村コードの行が上にあります",
                        "e-4,012246,,6,COLUMN_COUNT,列: 見出しは3列、この行は2列です")
                .anyMatch(line -> line.contains("4,HOLDER_ID_INVALID;MUNICIPALITY_INVALID;RECORD_NUMBER_INVALID,"))
                .anyMatch(line -> line.contains("5,NOT_A_NUMBER,"))
                .hasSize(5);
        assertThat(out.toString()).contains("agree            1");
    }

    @Test
    void events_that_cannot_be_read_are_told() throws IOException {
        events.committed(story -> story.unreadable("f-1").decided("f-1", CHITOSE, 1, Outcome.ACCEPTED));

        assertThat(reconciling(write(UTF_8, HEADINGS, "f-1,012246,1"))).isZero();
        assertThat(out.toString()).contains("1 events could not be read");
    }

    @Test
    void a_list_with_other_columns_or_no_list_could_not_run() throws IOException {
        assertThat(reconciling(write(UTF_8, HEADINGS + ",異動事由", "a,012246,1,転居")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("unknown column: 異動事由", "利用者ID, 市区町村コード, 履歴番号");
        assertThat(reconciling(write(UTF_8, "利用者ID,履歴番号", "a,1"))).isEqualTo(2);
        assertThat(err.toString()).contains("lacks: 市区町村コード");
        assertThat(reconciling(folder.resolve("none.csv"))).isEqualTo(2);
    }

    @Test
    void a_broker_that_is_away_could_not_run() throws IOException {
        var file = write(UTF_8, HEADINGS, "a,012246,1");
        assertThat(execute(file, "127.0.0.1:9", "--wait", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("Kafka at 127.0.0.1:9 did not answer");
    }

    private Path write(Charset charset, String... lines) throws IOException {
        var file = folder.resolve("list.csv");
        Files.writeString(file, String.join("\r\n", lines), charset);
        return file;
    }

    private List<String> differences(Charset charset) throws IOException {
        return Files.readAllLines(folder.resolve("differences.csv"), charset);
    }

    private int reconciling(Path file, String... more) {
        return execute(file, events.bootstrapServers(), more);
    }

    private int execute(Path file, String bootstrapServers, String... more) {
        out = new StringWriter();
        err = new StringWriter();
        var arguments = new ArrayList<>(List.of(
                file.toString(),
                "--bootstrap-servers",
                bootstrapServers,
                "--registry",
                events.registry(),
                "--differences",
                folder.resolve("differences.csv").toString()));
        arguments.addAll(List.of(more));
        return ReconcileCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
