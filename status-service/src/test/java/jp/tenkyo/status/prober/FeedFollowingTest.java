package jp.tenkyo.status.prober;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.prober.StubService.Answer;
import jp.tenkyo.status.prober.core.Bounds;
import jp.tenkyo.status.prober.core.Channel;
import jp.tenkyo.status.prober.core.Findings;
import jp.tenkyo.status.prober.core.Place;
import jp.tenkyo.status.prober.core.Sample;
import jp.tenkyo.status.prober.core.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedFollowingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final StatusRow REVOKED = Rows.revoked(Rows.id("1a"), 2);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<Duration> visible = new ArrayList<>();
    private final Sample sample = new Sample(
            new Bounds(
                    Map.of(Channel.FEED, Duration.ofSeconds(1)), Duration.ofMillis(1), 10, Duration.ofSeconds(5), 10),
            (_, _) -> true,
            new Findings() {
                @Override
                public void visible(Channel channel, Duration after) {
                    visible.add(after);
                }

                @Override
                public void disagrees(Channel channel, Place record) {}

                @Override
                public void agreesAgain(Channel channel, Place record) {}
            },
            START);
    private final StubService service = new StubService();
    private final FeedFollowing following =
            new FeedFollowing(service.http(), _ -> Optional.of(Map.of(0, 100L)), sample, now::get);

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void it_follows_from_cursor_to_cursor_and_times_what_it_is_told() throws Exception {
        service.answers(page("c1"));
        assertThat(following.take()).isZero();
        changed();
        now.set(START.plusMillis(300));
        service.answers(page("c2", """
                {"certificateId": "%s", "kind": "SIGNING", "status": "REVOKED", "reason": "affiliationChanged",
                 "revokedAt": "%s", "recordedAt": "%s", "version": 2}
                """.formatted(REVOKED.id(), Rows.ENDED, Rows.ENDED)));
        assertThat(following.take()).isZero();
        following.take();

        assertThat(visible).containsExactly(Duration.ofMillis(300));
        assertThat(service.asked())
                .containsExactly(
                        "/feed?limit=1&after=latest",
                        "/feed?limit=1000&wait=20&after=c1",
                        "/feed?limit=1000&wait=20&after=c2");
    }

    @Test
    void a_feed_that_refuses_is_not_answering_and_its_place_is_kept() throws Exception {
        service.answers(page("c1"));
        following.take();
        changed();
        service.answers(Answer.of(503));

        assertThat(following.take()).isPositive();
        assertThat(standing(60).state()).isEqualTo(Standing.State.NOT_ANSWERING);
        following.take();
        assertThat(service.asked().getLast()).endsWith("after=c1");
    }

    @Test
    void a_cursor_that_is_too_old_begins_anew_and_what_was_missed_is_not_judged() throws Exception {
        service.answers(page("c1"));
        following.take();
        changed();
        service.answers(Answer.of(410));
        following.take();
        service.answers(page("c9"));
        following.take();

        assertThat(service.asked().getLast()).isEqualTo("/feed?limit=1&after=latest");
        assertThat(standing(60).watched()).isZero();
        assertThat(standing(60).disagreement()).isZero();
    }

    @Test
    void what_is_no_json_is_no_answer() throws Exception {
        service.answers(Answer.of(200, "<html>"));

        assertThat(following.take()).isPositive();
        assertThat(standing(1).state()).isEqualTo(Standing.State.NOT_ANSWERING);
    }

    private void changed() {
        sample.changed(REVOKED, new Place(0, 100), now.get(), Rows.ENDED);
    }

    private Standing standing(int seconds) {
        return sample.standing(START.plusSeconds(seconds)).getFirst();
    }

    private static Answer page(String cursor, String... changes) {
        return Answer.of(
                200,
                "{\"changes\": [%s], \"cursor\": \"%s\", \"more\": false}"
                        .formatted(String.join(",", changes), cursor));
    }
}
