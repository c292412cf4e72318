package jp.tenkyo.status.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(2));
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void the_bound_doubles_with_each_failure_up_to_the_greatest() {
        assertThat(IntStream.of(1, 2, 3, 11, 12, 1_000).mapToObj(BACKOFF::bound))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(5 * 1024),
                        Duration.ofHours(2),
                        Duration.ofHours(2));
    }

    @Test
    void waits_are_spread_over_all_of_the_bound() {
        var random = new Random(7);
        var waits = IntStream.range(0, 1_000)
                .mapToObj(_ -> BACKOFF.after(3, random))
                .toList();

        assertThat(waits).allMatch(wait -> !wait.isNegative() && wait.compareTo(Duration.ofSeconds(20)) <= 0);
        for (var second = 0; second < 20; second++) {
            var from = Duration.ofSeconds(second);
            assertThat(waits).anyMatch(wait -> wait.compareTo(from) >= 0 && wait.compareTo(from.plusSeconds(1)) < 0);
        }
    }

    @Test
    void retry_after_is_read_in_seconds_and_as_a_date() {
        assertThat(List.of(
                        HttpSender.retryAfter("120", NOW),
                        HttpSender.retryAfter(" 3 ", NOW),
                        HttpSender.retryAfter("Sun, 22 Nov 2026 00:01:00 GMT", NOW)))
                .extracting(Optional::orElseThrow)
                .containsExactly(Duration.ofSeconds(120), Duration.ofSeconds(3), Duration.ofMinutes(1));
        assertThat(HttpSender.retryAfter("soon", NOW)).isEmpty();
        assertThat(HttpSender.retryAfter("99999999999999999999", NOW)).isEmpty();
    }

    @Test
    void a_receiver_is_down_after_failures_in_a_row_and_back_with_one_success() {
        var receiver = new Receiver();
        for (var failure = 0; failure < 4; failure++) {
            receiver.failed(NOW, Optional.empty());
        }
        assertThat(receiver.isDown()).isFalse();
        receiver.failed(NOW.plusSeconds(9), Optional.of(Duration.ofSeconds(30)));

        assertThat(receiver.isDown()).isTrue();
        assertThat(receiver.failing()).contains(NOW);
        assertThat(receiver.isLeftAlone(NOW.plusSeconds(38))).isTrue();
        assertThat(receiver.isLeftAlone(NOW.plusSeconds(39))).isFalse();
        assertThat(receiver.hasFailedFor(Duration.ofHours(1), NOW.plusSeconds(3_599)))
                .isFalse();
        assertThat(receiver.hasFailedFor(Duration.ofHours(1), NOW.plusSeconds(3_600)))
                .isTrue();
        assertThat(receiver.succeeded()).isTrue();
        assertThat(receiver.succeeded()).isFalse();
        assertThat(receiver.failing()).isEmpty();
    }
}
