package jp.tenkyo.lifecycle.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The clock that a driver of a simulation sees. */
class SimulationTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-01-02T00:00:00Z");

    private final SimulatedTime time = new SimulatedTime(START);
    private final List<Instant> set = new ArrayList<>();
    private DecisionLag.Measured lag = new DecisionLag.Measured(0, false);
    private final Simulation simulation = new Simulation(time, set::add, () -> lag, 2);
    private final MockMvcTester http = MockMvcTester.of(new ClockController(Optional.of(simulation)));

    @Test
    void every_request_about_the_clock_is_refused_where_time_is_real() {
        var real = MockMvcTester.of(new ClockController(Optional.empty()));
        for (var answer : List.of(
                real.get().uri("/clock").exchange(),
                real.post()
                        .uri("/clock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"now\":\"2026-01-01T09:00:00+09:00\"}")
                        .exchange())) {
            assertThat(answer).hasStatus(409);
            assertThat(answer).bodyJson().extractingPath("code").isEqualTo("NOT_A_SIMULATION");
        }
    }

    @Test
    void the_clock_is_set_on_and_never_back() {
        assertThat(post("{\"now\":\"2026-01-02T09:00:00+09:00\"}")).hasStatus(202);
        assertThat(post("{\"now\":\"2026-01-02T09:00:00+09:00\"}")).hasStatus(202);
        var back = post("{\"now\":\"2026-01-02T08:59:59+09:00\"}");
        assertThat(back).hasStatus(422);
        assertThat(back).bodyJson().extractingPath("code").isEqualTo("CLOCK_NEVER_GOES_BACK");
        assertThat(set).containsExactly(NEXT_DAY, NEXT_DAY);
        assertThat(time.latest()).isEqualTo(NEXT_DAY);
    }

    @Test
    void what_is_no_instant_is_refused() {
        assertThat(post("{}")).bodyJson().extractingPath("code").isEqualTo("NOW_MISSING");
        assertThat(post("{\"now\":\"tomorrow\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("NOW_NOT_AN_INSTANT");
        assertThat(set).isEmpty();
    }

    @Test
    void it_has_caught_up_once_every_partition_has_reached_what_was_told_and_nothing_is_left() {
        assertThat(simulation.look().caughtUp()).isFalse();
        time.reached(0, START, false);
        time.reached(1, START, false);
        assertThat(simulation.look())
                .isEqualTo(new Simulation.Clock(
                        START,
                        START,
                        true,
                        0,
                        List.of(
                                new Simulation.PartitionClock(0, START, false),
                                new Simulation.PartitionClock(1, START, false))));

        assertThat(simulation.set(NEXT_DAY)).isTrue();
        time.reached(0, NEXT_DAY, false);
        assertThat(simulation.look().caughtUp()).isFalse();
        assertThat(simulation.look().now()).isEqualTo(START);
        time.reached(1, NEXT_DAY, true);
        assertThat(simulation.look().caughtUp()).isFalse();
        time.reached(1, NEXT_DAY, false);
        assertThat(simulation.look().caughtUp()).isTrue();
    }

    @Test
    void it_has_not_caught_up_while_an_input_lies_undecided_or_a_decision_uncommitted() {
        time.reached(0, START, false);
        time.reached(1, START, false);
        lag = new DecisionLag.Measured(1, false);
        assertThat(simulation.look().caughtUp()).isFalse();
        lag = new DecisionLag.Measured(0, true);
        assertThat(simulation.look().caughtUp()).isFalse();
    }

    @Test
    void a_simulation_must_say_where_its_clock_stands_at_first() {
        assertThatThrownBy(() -> new SimulationSettings(true, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tenkyo.simulation.start");
        assertThat(new SimulationSettings(false, null).enabled()).isFalse();
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/clock")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
