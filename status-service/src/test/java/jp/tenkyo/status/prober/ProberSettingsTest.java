package jp.tenkyo.status.prober;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import jp.tenkyo.status.prober.core.Bounds;
import jp.tenkyo.status.prober.core.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProberSettingsTest {

    @Test
    void by_default_it_is_off_and_holds_channels_to_what_is_promised() {
        var settings = bind(Map.of());

        assertThat(settings.enabled()).isFalse();
        assertThat(settings.bounds(EnumSet.of(Channel.OCSP, Channel.LIST)))
                .isEqualTo(new Bounds(
                        Map.of(Channel.OCSP, Duration.ofSeconds(1), Channel.LIST, Duration.ofSeconds(60)),
                        Duration.ofMillis(200),
                        64,
                        Duration.ofSeconds(5),
                        256));
    }

    @ParameterizedTest
    @CsvSource({
        "within.ocsp, 0s",
        "change-every, 0s",
        "answer-within, -1s",
        "changes-max, 0",
        "changes-max, 1001",
        "unchanged-max, 1001",
        "list-size-max, 65MB",
        "service-url, status.example.jp",
        "service-url, https://status.example.jp/base"
    })
    void a_setting_that_cannot_be_meant_is_refused_by_its_name(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("tenkyo.prober." + name, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("tenkyo.prober");
    }

    private static ProberSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("tenkyo.prober", ProberSettings.class);
    }
}
