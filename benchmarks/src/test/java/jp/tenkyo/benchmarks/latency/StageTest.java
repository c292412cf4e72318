package jp.tenkyo.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StageTest {

    private final Stage stage = Stage.from(40, 1_000, Duration.ofSeconds(3), 7);

    @Test
    void a_stage_has_as_many_changes_as_its_rate_and_length_say() {
        assertThat(stage).isEqualTo(new Stage(40, 3_000, 1_000, 7));
        assertThat(stage.end()).isEqualTo(3_040);
    }

    @Test
    void each_change_is_due_when_it_would_be_sent_if_nothing_ever_stood_still() {
        assertThat(stage.dueAt(40)).isEqualTo(7);
        assertThat(stage.dueAt(41)).isEqualTo(1_000_007);
        assertThat(stage.dueAt(3_039)).isEqualTo(2_999_000_007L);
    }

    @Test
    void a_stage_is_about_its_own_residents_alone() {
        assertThat(stage.isAbout(39)).isFalse();
        assertThat(stage.isAbout(40)).isTrue();
        assertThat(stage.isAbout(3_039)).isTrue();
        assertThat(stage.isAbout(3_040)).isFalse();
    }
}
