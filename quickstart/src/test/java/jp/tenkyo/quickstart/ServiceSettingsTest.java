package jp.tenkyo.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {

    /** Whoever decides and whoever answers must not differ on whether a certificate has expired. */
    @Test
    void a_clock_that_is_driven_by_hand_is_that_of_decisions_and_answers_alike() {
        var start = Instant.parse("2026-01-01T00:00:00Z");
        var settings = ServiceSettings.USUAL.toLifecycle("--own").simulatedFrom(start);

        assertThat(settings.lifecycle())
                .containsExactly("--own", "--tenkyo.simulation.enabled=true", "--tenkyo.simulation.start=" + start);
        assertThat(settings.status())
                .containsExactly("--tenkyo.simulation.enabled=true", "--tenkyo.simulation.start=" + start);
        assertThat(settings.notifier()).isEmpty();
    }
}
