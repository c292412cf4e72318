package jp.tenkyo.status.prober.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.prober.core.Effect.Standing;
import org.junit.jupiter.api.Test;

class EffectTest {

    private static final Optional<Instant> SECOND = Optional.of(Instant.parse("2026-11-22T03:04:05Z"));

    @Test
    void every_status_means_what_all_channels_can_say_of_it() {
        var id = Rows.id("1a");
        assertThat(Effect.of(Rows.good(id, 1))).isEqualTo(Effect.UNREVOKED);
        assertThat(Effect.of(Rows.expired(id, 2))).isEqualTo(Effect.UNREVOKED);
        assertThat(Effect.of(Rows.hold(id, 2)))
                .isEqualTo(new Effect(Standing.HELD, Optional.of(Reason.CERTIFICATE_HOLD), SECOND));
        assertThat(Effect.of(Rows.revoked(id, 2)))
                .isEqualTo(new Effect(Standing.REVOKED, Optional.of(Reason.AFFILIATION_CHANGED), SECOND));
    }

    @Test
    void a_reason_that_is_left_out_is_unspecified() {
        assertThat(Effect.of(Status.REVOKED, Optional.empty(), SECOND))
                .isEqualTo(Effect.ended(Reason.UNSPECIFIED, SECOND));
    }
}
