package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000;

    private long now = -SECOND;

    @Test
    void a_thousand_a_second_take_a_second() {
        var pace = pace(1_000);
        send(pace, 1_001);

        assertThat(now).isZero();
    }

    @Test
    void who_was_held_up_for_long_makes_up_for_a_tenth_of_a_second() {
        var pace = pace(1_000);
        now += 10 * SECOND;
        var resumed = now;
        send(pace, 101);
        assertThat(now).isEqualTo(resumed);

        send(pace, 100);
        assertThat(now).isEqualTo(resumed + SECOND / 10);
    }

    @Test
    void without_a_rate_nobody_waits() {
        var begun = now;
        send(pace(0), 1_000_000);

        assertThat(now).isEqualTo(begun);
    }

    private Pace pace(int perSecond) {
        return new Pace(perSecond, () -> now, nanos -> now += nanos);
    }

    private static void send(Pace pace, int count) {
        for (var i = 0; i < count; i++) {
            pace.await();
        }
    }
}
