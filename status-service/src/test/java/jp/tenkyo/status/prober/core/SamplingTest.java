package jp.tenkyo.status.prober.core;

import static jp.tenkyo.status.prober.core.Channel.LIST;
import static jp.tenkyo.status.prober.core.Channel.OCSP;
import static jp.tenkyo.status.prober.core.Probe.BUSINESS;
import static jp.tenkyo.status.prober.core.Probe.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;
import org.junit.jupiter.api.Test;

/** Which certificates are followed, and when they are asked about. */
class SamplingTest {

    private static StatusRow revoked(int number) {
        return Rows.revoked(id(number), 2);
    }

    private static CertificateId id(int number) {
        return Rows.id("a" + Integer.toHexString(number));
    }

    @Test
    void no_more_are_followed_at_the_same_time_than_the_bound_says() {
        var probe = new Probe(3, 10, OCSP);
        for (var number = 0; number < 100; number++) {
            probe.topic(number * 10L, revoked(number));
        }

        assertThat(probe.sample.due(OCSP, at(1_000))).containsExactly(revoked(0), revoked(1), revoked(2));
        assertThat(probe.sample.wants(id(50), true, at(1_000))).isFalse();
        assertThat(probe.sample.wants(id(1), false, at(1_000))).isTrue();
    }

    @Test
    void changes_that_come_faster_than_they_are_taken_are_passed_over() {
        var probe = new Probe(OCSP);
        probe.topic(0, revoked(0));
        probe.topic(0, revoked(1));
        probe.topic(1, revoked(2));

        assertThat(probe.sample.due(OCSP, at(10))).containsExactly(revoked(0), revoked(2));
    }

    @Test
    void no_new_one_is_taken_while_the_topic_is_not_read_to_its_end() {
        var probe = new Probe(OCSP);

        assertThat(probe.sample.wants(id(1), false, at(0))).isFalse();
        assertThat(probe.sample.wants(id(1), true, at(0))).isTrue();
    }

    @Test
    void a_channel_is_asked_often_while_a_change_is_young_and_seldom_later() {
        var probe = new Probe(OCSP);
        probe.topic(0, revoked(1));
        probe.answers(0, OCSP, Rows.good(id(1), 1));
        assertThat(probe.sample.due(OCSP, at(19))).isEmpty();
        assertThat(probe.sample.due(OCSP, at(20))).hasSize(1);
        probe.answers(2_000, OCSP, Rows.good(id(1), 1));
        assertThat(probe.sample.due(OCSP, at(2_499))).isEmpty();
        assertThat(probe.sample.due(OCSP, at(2_500))).hasSize(1);
        probe.answers(60_000, OCSP, Rows.good(id(1), 1));
        assertThat(probe.sample.due(OCSP, at(61_000))).hasSize(1);
    }

    @Test
    void unchanged_ones_are_asked_about_in_turn() {
        var probe = new Probe(OCSP);
        for (var number = 0; number < 3; number++) {
            probe.sample.found(revoked(number), new Place(0, number), at(0), BUSINESS);
        }
        var asked = new java.util.ArrayList<StatusRow>();
        for (var turn = 0; turn < 6; turn++) {
            var now = turn * 5_000L;
            probe.sample.lookAround(at(now), BUSINESS);
            probe.sample.lookAround(at(now + 10), BUSINESS);
            for (var row : List.copyOf(probe.sample.due(OCSP, at(now + 10)))) {
                asked.add(row);
                probe.answers(now + 20, OCSP, row);
            }
        }

        assertThat(asked).containsExactly(revoked(0), revoked(1), revoked(2), revoked(0), revoked(1), revoked(2));
        // They were there before: how long they took to be seen is not known.
        assertThat(probe.found).isEmpty();
    }

    @Test
    void an_unchanged_one_that_is_shown_otherwise_is_followed_until_it_agrees() {
        var probe = new Probe(OCSP);
        probe.sample.found(revoked(1), new Place(0, 1), at(0), BUSINESS);
        probe.sample.lookAround(at(10), BUSINESS);
        probe.answers(20, OCSP, revoked(1));
        probe.sample.lookAround(at(100_000), BUSINESS);
        probe.answers(100_010, OCSP, Rows.good(id(1), 1));

        assertThat(probe.disagreement(103_010, OCSP)).isEqualTo(Duration.ofSeconds(3));
        assertThat(probe.sample.due(OCSP, at(104_000))).containsExactly(revoked(1));
        probe.answers(104_010, OCSP, revoked(1));
        assertThat(probe.disagreement(200_000, OCSP)).isEqualTo(Duration.ofSeconds(4));
        assertThat(probe.standing(200_000, OCSP).watched()).isZero();
    }

    @Test
    void an_unchanged_one_that_changes_is_followed_again() {
        var probe = new Probe(OCSP);
        probe.sample.found(Rows.good(id(1), 1), new Place(0, 1), at(0), BUSINESS);
        probe.topic(5_000, revoked(1));
        probe.answers(5_030, OCSP, revoked(1));

        assertThat(probe.found).containsExactly("OCSP visible after 30 ms");
    }

    @Test
    void no_more_unchanged_ones_are_kept_than_the_bound_says() {
        var probe = new Probe(10, 2, OCSP);
        for (var number = 0; number < 50; number++) {
            probe.sample.found(revoked(number), new Place(0, number), at(0), BUSINESS);
        }

        assertThat(java.util.stream.IntStream.range(0, 50)
                        .filter(number -> probe.sample.wants(id(number), false, at(0))))
                .containsExactly(48, 49);
    }

    @Test
    void what_contradicts_an_earlier_record_or_cannot_be_read_is_followed_no_longer() {
        var probe = new Probe(OCSP);
        probe.topic(0, revoked(1));
        probe.topic(1, Rows.good(id(1), 2));
        probe.topic(2, revoked(2));
        probe.sample.forget(id(2));

        assertThat(probe.sample.due(OCSP, at(10))).isEmpty();
    }

    @Test
    void what_is_about_to_expire_is_not_followed_since_no_record_marks_its_end() {
        var probe = new Probe(OCSP);
        var lastDay = Rows.NOT_AFTER.minusSeconds(3_600);
        probe.sample.changed(revoked(1), new Place(0, 100), at(0), lastDay);
        assertThat(probe.sample.due(OCSP, at(10))).isEmpty();
        probe.topic(20, revoked(2));
        probe.topic(30, Rows.expired(id(3), 2));
        assertThat(probe.sample.due(OCSP, at(40))).containsExactly(revoked(2));
        probe.sample.lookAround(at(50), lastDay);
        assertThat(probe.sample.due(OCSP, at(60))).isEmpty();
    }

    @Test
    void a_channel_that_turns_out_to_have_nothing_to_compare_is_left_out_for_that_certificate() {
        var probe = new Probe(OCSP, LIST);
        probe.topic(0, revoked(1));
        probe.answers(10, OCSP, revoked(1));
        probe.sample.cannotBeAsked(LIST, id(1), at(20));

        assertThat(probe.standing(100_000, LIST).watched()).isZero();
        assertThat(probe.disagreement(100_000, LIST)).isEqualTo(Duration.ZERO);
    }
}
