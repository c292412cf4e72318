package jp.tenkyo.status.prober.core;

import static jp.tenkyo.status.prober.core.Channel.FEED;
import static jp.tenkyo.status.prober.core.Channel.FULL_LIST;
import static jp.tenkyo.status.prober.core.Channel.LIST;
import static jp.tenkyo.status.prober.core.Channel.OCSP;
import static jp.tenkyo.status.prober.core.Channel.WEBHOOK;
import static jp.tenkyo.status.prober.core.Probe.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.prober.core.Standing.State;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final CertificateId ID = Rows.id("1a");
    private static final StatusRow GOOD = Rows.good(ID, 1);
    private static final StatusRow HELD = Rows.hold(ID, 2);
    private static final StatusRow RELEASED = Rows.good(ID, 3);
    private static final StatusRow REVOKED = Rows.revoked(ID, 4);
    private static final Observation REFUSES = new Observation.Refuses();
    private static final Observation KNOWS_NOTHING = new Observation.KnowsNothing();

    @Test
    void a_change_is_timed_on_each_channel_from_its_reading_to_its_being_seen() {
        var probe = new Probe(Channel.values());
        probe.topic(1_000, REVOKED);
        probe.answers(1_020, OCSP, GOOD);
        probe.tells(1_100, FEED, REVOKED);
        probe.tells(1_150, WEBHOOK, REVOKED);
        probe.answers(1_300, OCSP, REVOKED);
        probe.answers(1_310, LIST, GOOD);
        probe.answers(21_000, LIST, REVOKED);
        probe.answers(22_000, FULL_LIST, REVOKED);

        assertThat(probe.found)
                .containsExactly(
                        "FEED visible after 100 ms",
                        "WEBHOOK visible after 150 ms",
                        "OCSP visible after 300 ms",
                        "LIST visible after 20000 ms",
                        "FULL_LIST visible after 21000 ms");
        assertThat(probe.standing(30_000, LIST))
                .isEqualTo(new Standing(
                        LIST,
                        State.AGREES,
                        0,
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        1,
                        1,
                        0,
                        Optional.of(new Delays(
                                1, Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20)))));
    }

    @Test
    void what_is_older_within_the_bound_is_no_disagreement() {
        var probe = new Probe(OCSP);
        probe.topic(0, REVOKED);
        probe.answers(10, OCSP, GOOD);

        assertThat(probe.standing(1_000, OCSP).state()).isEqualTo(State.NOTHING_YET);
        assertThat(probe.disagreement(1_000, OCSP)).isEqualTo(Duration.ZERO);
    }

    @Test
    void disagreement_grows_from_the_end_of_the_bound_until_the_channel_agrees() {
        var probe = new Probe(OCSP);
        probe.topic(0, REVOKED);
        probe.answers(10, OCSP, GOOD);

        assertThat(probe.disagreement(1_500, OCSP)).isEqualTo(Duration.ofMillis(500));
        assertThat(probe.standing(4_000, OCSP).state()).isEqualTo(State.DISAGREES);
        probe.answers(4_500, OCSP, GOOD);
        assertThat(probe.disagreement(5_000, OCSP)).isEqualTo(Duration.ofSeconds(4));
        probe.answers(6_000, OCSP, REVOKED);
        assertThat(probe.disagreement(60_000, OCSP)).isEqualTo(Duration.ofSeconds(5));
        assertThat(probe.found)
                .containsExactly("OCSP disagrees with 100", "OCSP visible after 6000 ms", "OCSP agrees again with 100");
    }

    @Test
    void certificates_that_differ_at_the_same_time_count_once() {
        var probe = new Probe(OCSP);
        var other = Rows.revoked(Rows.id("2b"), 2);
        probe.topic(0, REVOKED);
        probe.answers(10, OCSP, GOOD);
        probe.topic(500, other);
        probe.answers(510, OCSP, other, KNOWS_NOTHING);

        assertThat(probe.standing(3_000, OCSP).disagreeing()).isEqualTo(2);
        assertThat(probe.disagreement(3_000, OCSP)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void who_does_not_answer_neither_agrees_nor_disagrees() {
        var probe = new Probe(OCSP);
        probe.topic(0, REVOKED);
        probe.answers(10, OCSP, GOOD);
        probe.answers(3_000, OCSP, REVOKED, REFUSES);

        var standing = probe.standing(10_000, OCSP);
        assertThat(standing.state()).isEqualTo(State.NOT_ANSWERING);
        assertThat(standing.disagreement()).isEqualTo(Duration.ofSeconds(2));
        assertThat(standing.notAnswering()).isEqualTo(Duration.ofSeconds(7));
        assertThat(standing.delays()).isEmpty();
        assertThat(standing.watched()).isEqualTo(1);
    }

    @Test
    void a_feed_that_refuses_is_not_held_to_its_silence() {
        var probe = new Probe(FEED);
        probe.topic(0, REVOKED);
        probe.sample.refuses(FEED, true, at(500));

        var refused = probe.standing(20_000, FEED);
        assertThat(refused.state()).isEqualTo(State.NOT_ANSWERING);
        assertThat(refused.disagreement()).isEqualTo(Duration.ZERO);
        assertThat(refused.notAnswering()).isEqualTo(Duration.ofMillis(19_500));
        probe.sample.refuses(FEED, false, at(20_000));
        assertThat(probe.disagreement(21_000, FEED)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void silence_of_a_channel_that_tells_by_itself_is_what_it_told_before() {
        var probe = new Probe(WEBHOOK);
        probe.topic(0, REVOKED);

        assertThat(probe.disagreement(5_000, WEBHOOK)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void silence_about_what_a_channel_was_not_asked_to_tell_is_no_disagreement() {
        var probe = new Probe(WEBHOOK);
        probe.topic(0, GOOD);

        assertThat(probe.disagreement(5_000, WEBHOOK)).isEqualTo(Duration.ZERO);
        probe.topic(6_000, REVOKED);
        probe.tells(6_100, WEBHOOK, REVOKED);
        assertThat(probe.found).containsExactly("WEBHOOK visible after 100 ms");
    }

    @Test
    void what_is_told_before_the_topic_was_read_was_seen_at_once() {
        var probe = new Probe(FEED);
        probe.tells(0, FEED, REVOKED);
        probe.topic(40, REVOKED);

        assertThat(probe.found).containsExactly("FEED visible after 0 ms");
    }

    @Test
    void of_messages_out_of_order_the_highest_version_counts() {
        var probe = new Probe(WEBHOOK, OCSP);
        probe.topic(0, REVOKED);
        probe.tells(10, WEBHOOK, REVOKED);
        probe.tells(20, WEBHOOK, HELD);

        assertThat(probe.standing(9_000, WEBHOOK).state()).isEqualTo(State.AGREES);
        assertThat(probe.disagreement(9_000, WEBHOOK)).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_version_that_says_something_else_than_its_record_never_agrees() {
        var probe = new Probe(FEED);
        probe.topic(0, REVOKED);
        probe.tells(10, FEED, Rows.good(ID, REVOKED.version()));

        assertThat(probe.standing(9_000, FEED).state()).isEqualTo(State.DISAGREES);
    }

    @Test
    void a_channel_is_not_held_to_records_from_before_it_was_listened_to() {
        var probe = new Probe(FEED, OCSP);
        probe.sample.listens(FEED, Map.of(0, 101L), at(0));
        probe.topic(0, HELD);
        assertThat(probe.standing(9_000, FEED).watched()).isZero();

        probe.topic(10_000, REVOKED);
        assertThat(probe.standing(10_500, FEED).watched()).isEqualTo(1);
        assertThat(probe.disagreement(12_000, FEED)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_channel_that_has_missed_something_is_held_to_what_comes_next() {
        var probe = new Probe(FEED, OCSP);
        probe.topic(0, HELD);
        probe.sample.hasMissedSome(FEED, at(100));

        assertThat(probe.standing(9_000, FEED).watched()).isZero();
        assertThat(probe.disagreement(9_000, FEED)).isEqualTo(Duration.ZERO);
    }

    @Test
    void one_change_behind_counts_from_when_the_next_one_was_read() {
        var probe = new Probe(OCSP);
        probe.topic(0, GOOD);
        probe.answers(10, OCSP, GOOD, KNOWS_NOTHING);
        probe.topic(5_000, HELD);
        probe.topic(7_000, REVOKED);
        probe.answers(7_010, OCSP, HELD);

        assertThat(probe.disagreement(7_010, OCSP)).isEqualTo(Duration.ofMillis(6_010));
        assertThat(probe.disagreement(8_000, OCSP)).isEqualTo(Duration.ofMillis(6_010));
        assertThat(probe.disagreement(8_500, OCSP)).isEqualTo(Duration.ofMillis(6_510));
    }

    @Test
    void a_channel_that_once_agreed_and_goes_back_has_its_bound_anew() {
        var probe = new Probe(OCSP, LIST);
        probe.topic(0, REVOKED);
        probe.answers(100, OCSP, REVOKED);
        probe.answers(30_000, OCSP, GOOD);

        // Last seen to agree at 100 ms; what was not looked at between is not counted.
        assertThat(probe.disagreement(30_000, OCSP)).isEqualTo(Duration.ZERO);
        assertThat(probe.disagreement(31_000, OCSP)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_does_not_show_on_a_channel_is_not_timed_there() {
        var probe = new Probe(OCSP, LIST);
        probe.topic(0, GOOD);
        probe.answers(30, LIST, GOOD);
        probe.answers(50, OCSP, GOOD);
        probe.topic(1_000, HELD);
        probe.answers(1_020, LIST, HELD);
        probe.answers(1_030, OCSP, HELD);
        probe.topic(2_000, RELEASED);
        probe.answers(2_040, LIST, RELEASED);
        probe.answers(2_050, OCSP, RELEASED);

        assertThat(probe.found)
                .containsExactly(
                        "OCSP visible after 50 ms",
                        "LIST visible after 20 ms",
                        "OCSP visible after 30 ms",
                        "LIST visible after 40 ms",
                        "OCSP visible after 50 ms");
    }

    @Test
    void a_change_is_timed_once() {
        var probe = new Probe(OCSP, LIST);
        probe.topic(0, REVOKED);
        probe.answers(50, OCSP, REVOKED);
        probe.answers(90, OCSP, REVOKED);

        assertThat(probe.found).containsExactly("OCSP visible after 50 ms");
    }
}
