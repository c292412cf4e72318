package jp.tenkyo.lifecycle.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private static final long NOW = 1_795_392_000_000L;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final CommitPace pace = CommitPace.start(context);

    @BeforeEach
    void start() {
        context.setCurrentSystemTimeMs(NOW);
    }

    @Test
    void an_input_that_has_just_come_is_committed_at_the_next_tick() {
        pace.took(NOW - 300);

        assertThat(commitsAtTick()).isTrue();
        assertThat(commitsAtTick()).as("a second time").isFalse();
    }

    @Test
    void an_input_of_a_backlog_waits_as_long_as_others_follow_it() {
        pace.took(NOW - 301);
        assertThat(commitsAtTick()).isFalse();
        pace.took(NOW - 5_000);
        assertThat(commitsAtTick()).isFalse();

        assertThat(commitsAtTick()).as("the backlog is worked off").isTrue();
    }

    @Test
    void what_no_input_caused_is_committed_at_the_next_tick() {
        pace.didDueWork();

        assertThat(commitsAtTick()).isTrue();
    }

    @Test
    void nothing_is_committed_where_nothing_was_done() {
        assertThat(commitsAtTick()).isFalse();
    }

    private boolean commitsAtTick() {
        context.resetCommit();
        context.scheduledPunctuators().forEach(one -> one.getPunctuator().punctuate(NOW));
        return context.committed();
    }
}
