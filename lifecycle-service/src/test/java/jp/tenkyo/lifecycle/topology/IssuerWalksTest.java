package jp.tenkyo.lifecycle.topology;

import static jp.tenkyo.lifecycle.topology.DrivenTask.KEY;
import static jp.tenkyo.lifecycle.topology.DrivenTask.NOW;
import static jp.tenkyo.lifecycle.topology.DrivenTask.OTHER_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.tenkyo.avro.CertificateAction;
import jp.tenkyo.avro.Ground;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.lifecycle.issuers.Issuers;
import jp.tenkyo.schemas.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a task goes through its holders when an issuer's key is compromised, without a broker. */
class IssuerWalksTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private DrivenTask task;

    @BeforeEach
    void start() throws Exception {
        task = new DrivenTask(folder);
    }

    @AfterEach
    void stop() {
        task.close();
    }

    @Test
    void a_compromised_key_ends_what_it_has_signed_in_bounded_parts() {
        task.register(KEY, DrivenTask.holders(8));
        task.register(OTHER_KEY, List.of("other"));
        task.drain();

        task.compromise(KEY, "r-1");
        assertThat(task.statuses()).isEmpty();
        task.tick();
        assertThat(task.statuses()).containsExactly("h-0 2 REVOKED", "h-1 2 REVOKED", "h-2 2 REVOKED");
        task.tick();
        assertThat(task.statuses()).containsExactly("h-3 2 REVOKED", "h-4 2 REVOKED", "h-5 2 REVOKED");
        task.tick();
        assertThat(task.statuses()).containsExactly("h-6 2 REVOKED", "h-7 2 REVOKED");
        task.tick();
        task.tick();
        assertThat(task.statuses()).isEmpty();
        assertThat(task.progress()).containsExactly("0/0 false", "3/3 false", "6/6 false", "9/8 false", "9/8 true");
        assertThat(task.read(Topic.NOTICES, NoticeMessage.class))
                .hasSize(8)
                .allSatisfy(notice -> assertThat(notice.getPlanned().getStage()).hasToString("ISSUER_COMPROMISED"));
        assertThat(task.open()).isNull();
    }

    @Test
    void one_registered_later_is_revoked_at_once_and_counted() {
        task.register(KEY, DrivenTask.holders(1));
        task.compromise(KEY, "r-1");
        task.tick();
        task.drain();

        task.register(KEY, List.of("late"));
        assertThat(task.statuses()).containsExactly("late 1 GOOD", "late 2 REVOKED");
        task.tick();
        assertThat(task.progress()).containsExactly("1/2 true");
        task.tick();
        assertThat(task.progress()).isEmpty();
    }

    @Test
    void one_registered_before_the_walk_has_come_to_its_holder_is_ended_once() {
        task.register(KEY, DrivenTask.holders(4));
        task.drain();
        task.compromise(KEY, "r-1");
        task.tick();
        task.register(KEY, List.of("a-behind", "z-ahead"));
        task.tick();
        task.tick();

        assertThat(task.statuses())
                .containsExactly(
                        "h-0 2 REVOKED",
                        "h-1 2 REVOKED",
                        "h-2 2 REVOKED",
                        "a-behind 1 GOOD",
                        "a-behind 2 REVOKED",
                        "z-ahead 1 GOOD",
                        "z-ahead 2 REVOKED",
                        "h-3 2 REVOKED");
        assertThat(task.progress()).containsExactly("0/0 false", "3/3 false", "5/6 true");
    }

    @Test
    void a_holder_is_ended_as_inputs_have_left_it_since_the_walk_began() {
        task.register(KEY, DrivenTask.holders(5));
        task.drain();
        task.compromise(KEY, "r-1");
        task.tick();
        revokeAtRequest("h-3");
        assertThat(task.statuses()).containsExactly("h-0 2 REVOKED", "h-1 2 REVOKED", "h-2 2 REVOKED", "h-3 2 REVOKED");

        task.tick();
        assertThat(task.statuses()).containsExactly("h-4 2 REVOKED");
        assertThat(task.progress()).containsExactly("0/0 false", "3/3 false", "5/4 true");
    }

    @Test
    void a_walk_goes_on_after_a_restart_where_it_was() {
        task.register(KEY, DrivenTask.holders(8));
        task.drain();
        task.compromise(KEY, "r-1");
        task.tick();
        assertThat(task.statuses()).hasSize(3);

        task.restart();
        task.tick();
        assertThat(task.statuses()).containsExactly("h-3 2 REVOKED", "h-4 2 REVOKED", "h-5 2 REVOKED");
        task.tick();
        assertThat(task.statuses()).containsExactly("h-6 2 REVOKED", "h-7 2 REVOKED");
        assertThat(task.progress()).containsExactly("6/6 false", "8/8 true");

        task.restart();
        task.tick();
        task.compromise(KEY, "r-1");
        task.tick();
        assertThat(task.statuses()).isEmpty();
        assertThat(task.progress()).isEmpty();
    }

    @Test
    void two_compromised_keys_are_walked_one_after_the_other() {
        task.register(KEY, DrivenTask.holders(4));
        task.register(OTHER_KEY, List.of("k-0", "k-1"));
        task.drain();
        task.compromise(KEY, "r-1");
        task.compromise(OTHER_KEY, "r-2");
        task.tick();
        assertThat(task.statuses()).containsExactly("h-0 2 REVOKED", "h-1 2 REVOKED", "h-2 2 REVOKED");
        task.tick();
        assertThat(task.statuses()).containsExactly("h-3 2 REVOKED");
        task.tick();
        assertThat(task.statuses()).isEmpty();
        task.tick();
        assertThat(task.statuses()).isEmpty();
        task.tick();
        assertThat(task.statuses()).containsExactly("k-0 2 REVOKED", "k-1 2 REVOKED");
    }

    @Test
    void time_bounds_a_part_too_and_each_goes_on_by_one_holder_at_least() {
        task.begin(new DecisionSettings.Walks(1000, Duration.ofNanos(1), Duration.ofHours(1)), Issuers.EVERY);
        task.register(KEY, DrivenTask.holders(2));
        task.drain();
        task.compromise(KEY, "r-1");
        task.tick();
        assertThat(task.statuses()).containsExactly("h-0 2 REVOKED");
        task.tick();
        assertThat(task.statuses()).containsExactly("h-1 2 REVOKED");
        task.tick();
        // Not told every tick, but at the beginning and at the end.
        assertThat(task.progress()).containsExactly("0/0 false", "2/2 true");
    }

    @Test
    void a_walk_is_stored_whole() {
        var walk = new IssuerWalk("r-1", NOW, NOW.plusMillis(1), "h-1", 2, 3, true);

        assertThat(IssuerWalk.of(walk.bytes())).isEqualTo(walk);
    }

    private void revokeAtRequest(String holder) {
        var id = "revocation-" + holder;
        var certificateId = KEY + ":" + DrivenTask.serial(holder);
        task.pipe(
                Topic.CERTIFICATE_REQUESTS,
                holder,
                DrivenTask.request(id)
                        .setRevoke(new CertificateAction(id, holder, "012246", certificateId, Ground.HOLDER_REQUEST))
                        .build());
    }
}
