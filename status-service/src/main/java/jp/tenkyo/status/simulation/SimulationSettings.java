package jp.tenkyo.status.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of simulation mode, under {@code tenkyo.simulation}; the same as lifecycle-service's.
 *
 * @param enabled whether business time is driven from outside; never where certificates are real
 * @param start where the clock stands before the first message, such as {@code 2026-01-01T09:00:00+09:00}
 */
@ConfigurationProperties("tenkyo.simulation")
public record SimulationSettings(boolean enabled, @Nullable Instant start) {

    public SimulationSettings {
        if (enabled && start == null) {
            throw new IllegalArgumentException(
                    "tenkyo.simulation.start must say where the clock stands at first, such as"
                            + " 2026-01-01T09:00:00+09:00, since tenkyo.simulation.enabled is set");
        }
    }
}
