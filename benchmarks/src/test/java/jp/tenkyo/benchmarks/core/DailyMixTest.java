package jp.tenkyo.benchmarks.core;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Policy;
import org.junit.jupiter.api.Test;

/** That what is measured is what is meant. */
class DailyMixTest {

    private final Policy policy = Policy.ofRuleBook();

    @Test
    void each_encounter_ends_as_it_says() {
        assertThat(DailyMix.encounters(policy))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(handled(one).decision().code())
                        .as(one.toString())
                        .isEqualTo(one.outcome()));
    }

    @Test
    void some_meet_what_is_due() {
        assertThat(DailyMix.encounters(policy))
                .anyMatch(one -> !handled(one).due().isEmpty());
    }

    private Lifecycle.Step handled(Encounter one) {
        return Lifecycle.handle(one.holder(), one.command(), DailyMix.NOW, policy);
    }
}
