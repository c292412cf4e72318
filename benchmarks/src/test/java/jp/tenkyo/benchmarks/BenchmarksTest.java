package jp.tenkyo.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path results;

    /** Finds what it is told to. */
    private record Told(String name, Aim aim, List<Double> samples) implements Benchmark {

        @Override
        public String says() {
            return "what it is told";
        }

        @Override
        public Findings measure(Effort effort, PrintStream progress) {
            return Findings.of(samples);
        }
    }

    private static final Benchmark MET = new Told("met", Aim.atMost(1.2, "times"), List.of(1.3, 1.0, 1.1));
    private static final Benchmark MISSED = new Told("missed", Aim.atLeast(1_000_000, "a second"), List.of(999_999.0));

    @Test
    void the_last_line_is_the_median_and_its_aim() {
        assertThat(run("met")).isZero();
        assertThat(text().lines().toList().getLast()).isEqualTo("met: 1.10 times (aim ≤ 1.20 times)");
    }

    @Test
    void a_missed_aim_is_exit_status_3() {
        assertThat(run()).isEqualTo(3);
        assertThat(text()).endsWith("missed: 999,999 a second (aim ≥ 1,000,000 a second)\n");
    }

    @Test
    void an_unknown_name_is_exit_status_2() {
        assertThat(run("faster")).isEqualTo(2);
    }

    @Test
    void each_result_is_kept_as_json() throws Exception {
        run("met");
        assertThat(Files.readString(results.resolve("met.json")))
                .contains("\"figure\" : 1.1", "\"samples\" : [ 1.0, 1.1, 1.3 ]", "\"met\" : true", "\"machine\"");
    }

    @Test
    void one_page_shows_all_results_that_lie_in_the_folder() throws Exception {
        run("missed");
        run("met", "--note", "a <shared> machine");
        assertThat(Files.readString(results.resolve("index.html")))
                .contains("<h2>met</h2>", "<h2>missed</h2>", "1.10 times", "a &lt;shared&gt; machine");
    }

    private int run(String... names) {
        return Benchmarks.commandLine(List.of(MET, MISSED), new PrintStream(out, true, UTF_8), CLOCK)
                .execute(arguments(names));
    }

    private String[] arguments(String... names) {
        var arguments = new java.util.ArrayList<>(List.of(names));
        arguments.addAll(List.of("--results", results.toString()));
        return arguments.toArray(String[]::new);
    }

    private String text() {
        return out.toString(UTF_8);
    }
}
