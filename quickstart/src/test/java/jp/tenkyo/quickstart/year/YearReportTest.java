package jp.tenkyo.quickstart.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Set;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.quickstart.city.CityYear;
import jp.tenkyo.quickstart.city.YearSettings;
import org.junit.jupiter.api.Test;

class YearReportTest {

    private static final YearSettings SETTINGS = YearSettings.whole(300, 12246, 2026);

    private final YearReport report = report();

    private static YearReport report() {
        var truth = CityYear.generate(SETTINGS).truth();
        var facts = new RightYear(truth)
                .statuses(_ -> true)
                .outcomes(_ -> true, Outcome.ACCEPTED)
                .reminders(_ -> true)
                .facts();
        return new YearReport(
                SETTINGS,
                1.5,
                7,
                YearFigures.of(facts, SETTINGS.firstDay(), SETTINGS.lastDay(), Set.of()),
                facts,
                new YearCheck(truth, facts).all(List.of()));
    }

    @Test
    void the_figures_are_there_for_programs_day_by_day() throws Exception {
        var json = JsonMapper.builder().build().readTree(report.json());
        assertThat(json.get("passed").asBoolean()).isTrue();
        assertThat(json.get("days").size()).isEqualTo(365);
        assertThat(json.get("days").get("2026-12-31").get("CARD_AUTHENTICATION").asInt())
                .isPositive();
        assertThat(json.get("invariants").size()).isEqualTo(9);
    }

    @Test
    void the_page_needs_nothing_else_and_has_a_table_behind_each_plot() {
        var page = new YearPage(report).html();
        assertThat(page).doesNotContain("<script", "http:", "https:", "src=");
        assertThat(page.split("role=\"img\"", -1)).hasSize(5);
        assertThat(page.split("<caption>", -1)).hasSize(5);
        assertThat(page).contains("Certificates alive", "有効な証明書", "成立 holds");
    }

    @Test
    void the_terminal_tells_what_holds() {
        assertThat(report.text())
                .contains("2026 of a city of 300")
                .contains("holds every input has one outcome, each time that it is sent");
    }

    @Test
    void axes_end_on_a_round_number() {
        assertThat(List.of(1, 4, 5, 9, 13, 39, 41, 700))
                .extracting(Chart::niceAbove)
                .containsExactly(4, 4, 8, 12, 20, 40, 80, 800);
    }
}
