package jp.tenkyo.lifecycle.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private static final long NOW = 1_795_392_000_000L;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final CommitPace pace = CommitPace.start(context, Duration.ofMillis(50));

    @BeforeEach
    void start() {
        context.setCurrentSystemTimeMs(NOW);
    }

    @Test
    void an_input_that_has_just_come_is_committed_at_the_next_tick() {
        assertThat(isCommitted(NOW)).isFalse();
        pace.took(NOW - 100);

        assertThat(isCommitted(NOW + 50)).isTrue();
        assertThat(isCommitted(NOW + 100)).as("a second time").isFalse();
    }

    @Test
    void what_comes_all_the_time_is_committed_at_every_tick() {
        for (var now = NOW; now < NOW + 500; now += 50) {
            pace.took(now - 80);
            assertThat(isCommitted(now)).isTrue();
        }
    }

    @Test
    void inputs_of_a_backlog_are_committed_after_half_of_what_they_have_waited() {
        pace.took(NOW);
        assertThat(isCommitted(NOW)).isTrue();

        pace.took(NOW - 400);
        assertThat(isCommitted(NOW + 50)).isFalse();
        pace.took(NOW + 50 - 400);
        assertThat(isCommitted(NOW + 150)).isFalse();
        pace.took(NOW + 150 - 400);
        assertThat(isCommitted(NOW + 200)).isTrue();
    }

    @Test
    void what_is_left_of_a_backlog_is_committed_as_soon_as_nothing_follows() {
        pace.took(NOW);
        assertThat(isCommitted(NOW)).isTrue();
        pace.took(NOW - 5_000);
        assertThat(isCommitted(NOW + 50)).isFalse();

        assertThat(isCommitted(NOW + 100)).isTrue();
    }

    @Test
    void what_no_input_caused_is_committed_at_the_next_tick() {
        pace.didDueWork();

        assertThat(isCommitted(NOW)).isTrue();
    }

    @Test
    void nothing_is_committed_where_nothing_was_done() {
        assertThat(isCommitted(NOW)).isFalse();
    }

    /** At a tick at that time. */
    private boolean isCommitted(long now) {
        context.setCurrentSystemTimeMs(now);
        context.resetCommit();
        context.scheduledPunctuators().forEach(one -> one.getPunctuator().punctuate(now));
        return context.committed();
    }
}
