package jp.tenkyo.notifier.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void pauses_grow_up_to_the_longest() {
        var backOff = new BackOff(Duration.ofMinutes(1), 3, Duration.ofHours(12));

        assertThat(IntStream.rangeClosed(1, 9)
                        .mapToObj(n -> backOff.pauseAfter(n).toMinutes()))
                .containsExactly(1L, 3L, 9L, 27L, 81L, 243L, 720L, 720L, 720L);
        assertThat(backOff.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void senseless_pauses_are_refused() {
        assertThatThrownBy(() -> new BackOff(Duration.ZERO, 2, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackOff(Duration.ofHours(2), 2, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackOff(Duration.ofHours(1), 0, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
