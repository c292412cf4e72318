package jp.tenkyo.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenkyo.benchmarks.Effort;
import org.junit.jupiter.api.Test;

class StageTest {

    private final Stage stage = new Stage(40, 3_000, 1_000, 7);

    @Test
    void a_plan_has_a_resident_for_each_change_warming_up_included() {
        var plan = Plan.of(Effort.QUICK);
        assertThat(plan.changesAt(100)).isEqualTo(800);
        assertThat(plan.changesAt(1_000)).isEqualTo(8_000);
        assertThat(plan.changesAt(5_000)).isEqualTo(15_000);
        var nearMaximum = 15_000;
        assertThat(plan.residents()).isEqualTo(8 * 16_000 + 800 + 8_000 + 15_000 + nearMaximum);
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
