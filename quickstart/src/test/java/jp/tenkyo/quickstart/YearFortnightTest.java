package jp.tenkyo.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The moving season's fortnight under a driven clock, on real parts: broker, registry, mail server and both services.
 */
class YearFortnightTest {

    private static final Play.Year FORTNIGHT = new Play.Year(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 4, 5));

    /** Of this few, whose fortnight has moves, a death and a lost card. */
    private static final long SEED = 12252;

    @TempDir
    private Path folder;

    @Test
    void a_fortnight_goes_by_the_rules() throws Exception {
        var data = new DataFolder(folder.resolve("data"));
        Files.createDirectories(data.logs());
        var output = new ByteArrayOutputStream();
        var settings = new Settings(Path.of("..").toAbsolutePath().normalize(), data, 200, SEED, true, true, FORTNIGHT);

        var status = new Run(settings, new Console(new PrintStream(output, true, UTF_8))).untilStopped();

        assertThat(status).as(output.toString(UTF_8)).isZero();
        var figures = JsonMapper.builder().build().readTree(data.year().toFile());
        assertThat(figures.get("days").size()).isEqualTo(14);
        assertThat(figures.get("totals").path("MOVES").asInt()).isPositive();
        assertThat(figures.get("totals").path("DEATH").asInt()).isPositive();
        assertThat(data.yearPage()).content().contains("Certificates alive");
    }
}
