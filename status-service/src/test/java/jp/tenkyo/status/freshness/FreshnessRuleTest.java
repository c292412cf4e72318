package jp.tenkyo.status.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.tenkyo.status.freshness.Freshness.Reason;
import org.junit.jupiter.api.Test;

class FreshnessRuleTest {

    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
    private static final Freshness FRESH = new Freshness.Fresh();

    private final FreshnessRule rule = new FreshnessRule(Duration.ofSeconds(10), START);

    @Test
    void a_table_is_stale_until_it_has_read_what_was_there_at_its_start() {
        assertThat(judge(0, at(0, 0))).isEqualTo(stale(Reason.CATCHING_UP, 0));
        observe(1, at(100, 50));
        assertThat(judge(1, at(100, 49))).isEqualTo(stale(Reason.CATCHING_UP, 0));
        assertThat(judge(2, at(100, 50))).isEqualTo(FRESH);
    }

    @Test
    void what_was_there_ten_seconds_ago_must_have_been_read() {
        caughtUp();
        for (var second = 1; second <= 10; second++) {
            observe(second, at(101, 50));
            assertThat(judge(second, at(100, 50))).isEqualTo(FRESH);
        }
        observe(11, at(101, 50));
        assertThat(judge(11, at(100, 50))).isEqualTo(stale(Reason.BEHIND, 11));
        observe(12, at(101, 50));
        assertThat(judge(12, at(100, 50))).isEqualTo(stale(Reason.BEHIND, 11));
        assertThat(judge(13, at(101, 50))).isEqualTo(FRESH);
    }

    @Test
    void a_table_that_follows_a_busy_topic_is_fresh_without_ever_reaching_its_end() {
        caughtUp();
        for (var second = 1; second < 100; second++) {
            observe(second, at(100 + second * 1_000L, 50));
            assertThat(judge(second, at(100 + (second - 9) * 1_000L, 50))).isEqualTo(FRESH);
        }
    }

    @Test
    void a_broker_that_says_nothing_for_ten_seconds_makes_the_table_stale() {
        caughtUp();
        assertThat(judge(10, at(100, 50))).isEqualTo(FRESH);
        assertThat(judge(11, at(100, 50))).isEqualTo(stale(Reason.BROKER_AWAY, 11));
        observe(12, at(100, 50));
        assertThat(judge(12, at(100, 50))).isEqualTo(FRESH);
    }

    @Test
    void a_reader_that_ended_makes_the_table_stale_at_once() {
        caughtUp();
        assertThat(rule.judge(second(1), at(100, 50), false)).isEqualTo(stale(Reason.READER_ENDED, 1));
    }

    @Test
    void a_table_begun_anew_must_catch_up_again() {
        caughtUp();
        rule.startOver();
        observe(1, at(100, 50));
        assertThat(judge(1, Map.of())).isEqualTo(stale(Reason.CATCHING_UP, 1));
        assertThat(rule.hasCaughtUp()).isFalse();
        assertThat(judge(2, at(100, 50))).isEqualTo(FRESH);
    }

    @Test
    void records_behind_are_counted_over_all_partitions() {
        observe(0, at(100, 50));
        assertThat(rule.recordsBehind(at(90, 60))).isEqualTo(10);
    }

    private void caughtUp() {
        observe(0, at(100, 50));
        assertThat(judge(0, at(100, 50))).isEqualTo(FRESH);
    }

    private Freshness judge(int second, Map<Integer, Long> positions) {
        return rule.judge(second(second), positions, true);
    }

    private void observe(int second, Map<Integer, Long> ends) {
        rule.observed(second(second), ends);
    }

    private static Map<Integer, Long> at(long first, long other) {
        return Map.of(0, first, 1, other);
    }

    private static Freshness stale(Reason reason, int since) {
        return new Freshness.Stale(reason, second(since));
    }

    private static Instant second(int number) {
        return START.plusSeconds(number);
    }
}
