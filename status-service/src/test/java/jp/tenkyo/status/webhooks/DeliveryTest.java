package jp.tenkyo.status.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.table.RunningTable;
import jp.tenkyo.status.table.Tables;
import jp.tenkyo.status.webhooks.HttpReceiver.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries to receivers that are real HTTP servers. */
class DeliveryTest {

    private static final StatusRow REVOKED = Rows.revoked(Rows.id("1"), 2);
    private static final String ID = Rows.ISSUER + ":1/2";

    @TempDir
    Path folder;

    @Test
    void a_receiver_that_fails_is_told_again_under_the_same_id_until_it_takes_it() {
        try (var receiver = new HttpReceiver((_, _, number) -> number < 4 ? 500 : 204);
                var rig = Rig.start(folder)) {
            var subscription = rig.subscribe("wh-1", receiver.url());
            rig.take(REVOKED);
            awaitAttempts(rig, receiver, 4);

            assertThat(receiver.received()).extracting(Received::id).containsExactly(ID, ID, ID, ID);
            var last = receiver.received().getLast();
            assertThat(last.signature()).isEqualTo(Rig.sign(ID, last.timestamp(), last.body()));
            assertThat(last.body()).isEqualTo("""
                            {"type":"certificate.status","timestamp":"2026-11-22T03:04:05.678Z",\
                            "data":{"certificateId":"%s:1","kind":"SIGNING","status":"REVOKED",\
                            "reason":"affiliationChanged","revokedAt":"2026-11-22T03:04:05.678Z",\
                            "recordedAt":"2026-11-22T03:04:05.678Z","version":2}}""".formatted(Rows.ISSUER));
            rig.awaitStanding(subscription, 0, 0);
        }
    }

    /** Waits are counted by a clock that stands unless it is set on. */
    private static void awaitAttempts(Rig rig, HttpReceiver receiver, int count) {
        RunningTable.await(() -> {
            rig.pass(Duration.ofMillis(2));
            if (receiver.received().size() < count) {
                throw new AssertionError("only " + receiver.received().size());
            }
        });
    }

    @Test
    void whoever_wants_no_new_certificates_is_told_only_what_becomes_of_them() {
        try (var receiver = new HttpReceiver((_, _, _) -> 204);
                var rig = Rig.start(folder)) {
            var subscription = rig.subscribe("wh-1", receiver.url(), new Filter(null, null, null, null, false));
            rig.take(
                    Rows.good(Rows.id("1"), 1),
                    Rows.good(Rows.id("2"), 1),
                    Rows.hold(Rows.id("2"), 2),
                    Rows.good(Rows.id("2"), 3));
            awaitAttempts(rig, receiver, 2);
            rig.awaitStanding(subscription, 0, 0);

            assertThat(receiver.received())
                    .extracting(Received::id)
                    .containsExactlyInAnyOrder(Rows.id("2") + "/2", Rows.id("2") + "/3");
        }
    }

    @Test
    void a_certificate_that_comes_in_doubt_is_told_under_an_id_of_its_own_also_to_whom_new_ones_are_not() {
        try (var receiver = new HttpReceiver((_, _, _) -> 204);
                var rig = Rig.start(folder)) {
            var subscription = rig.subscribe("wh-1", receiver.url(), new Filter(null, null, null, null, false));
            rig.take(Rows.good(Rows.id("1"), 1));
            rig.doubt(Rows.id("1"));
            awaitAttempts(rig, receiver, 1);
            rig.awaitStanding(subscription, 0, 0);

            var message = receiver.received().getFirst();
            assertThat(message.id()).isEqualTo(Rows.id("1") + "/1/in-doubt");
            assertThat(message.body()).contains("\"status\":\"IN_DOUBT\"").doesNotContain("GOOD");
        }
    }

    @Test
    void a_fault_of_our_own_is_counted_and_seen_until_deliveries_work_again() {
        try (var receiver = new HttpReceiver((_, _, number) -> number == 1 ? 500 : 204);
                var rig = Rig.start(folder)) {
            var subscription = rig.subscribe("wh-1", receiver.url());
            rig.breakOnce.set(true);
            rig.take(REVOKED);
            RunningTable.await(() -> assertThat(rig.webhooks.resting()).isEqualTo(1));

            awaitAttempts(rig, receiver, 2);
            rig.awaitStanding(subscription, 0, 0);
            RunningTable.await(() -> assertThat(rig.webhooks.resting()).isZero());
            assertThat(rig.figure("tenkyo.webhooks.restarts")).isEqualTo(1);
            assertThat(receiver.received()).extracting(Received::id).containsExactly(ID, ID);
        }
    }

    @Test
    void whoever_runs_the_service_sees_how_the_deliveries_of_each_client_stand() {
        try (var receiver = new HttpReceiver((_, _, _) -> 500);
                var rig = Rig.start(folder)) {
            var subscription = rig.subscribe("wh-1", receiver.url());
            rig.take(IntStream.rangeClosed(1, 20)
                    .mapToObj(serial -> Rows.revoked(Rows.id(Integer.toHexString(serial)), 2))
                    .toArray(StatusRow[]::new));
            rig.awaitStanding(subscription, 8, 0);
            receiver.awaitIds(1);

            RunningTable.await(
                    () -> assertThat(rig.figure("tenkyo.webhooks.failing")).isEqualTo(1));
            assertThat(rig.figure("tenkyo.webhooks.on.their.way")).isEqualTo(8);
            assertThat(rig.figure("tenkyo.webhooks.records.behind")).isEqualTo(12);
            RunningTable.await(() -> {
                rig.pass(Duration.ofDays(1));
                assertThat(rig.figure("tenkyo.webhooks.dead.letters")).isEqualTo(20);
            });
            assertThat(rig.figure("tenkyo.webhooks.records.behind")).isZero();
            assertThat(rig.figure("tenkyo.webhooks.ended")).isZero();
        }
    }

    @Test
    void a_receiver_that_answers_410_is_told_nothing_more_also_after_a_restart() {
        try (var receiver = new HttpReceiver((_, _, _) -> 410);
                var rig = Rig.start(folder)) {
            var subscription = rig.subscribe("wh-1", receiver.url());
            rig.take(REVOKED);
            RunningTable.await(() -> {
                if (!rig.webhooks
                        .find(rig.client, "wh-1")
                        .orElseThrow()
                        .subscription()
                        .ended()) {
                    throw new AssertionError("it goes on");
                }
            });
            rig.restart();

            assertThat(rig.store.subscriptions()).containsExactly(subscription.end());
            assertThat(rig.store.pending("wh-1")).isEmpty();
            rig.take(Rows.revoked(Rows.id("2"), 2));
            // Another that is told shows that this one would have been.
            try (var other = new HttpReceiver((_, _, _) -> 200)) {
                rig.subscribe("wh-2", other.url());
                rig.take(Rows.revoked(Rows.id("3"), 2));
                other.awaitIds(1);
            }
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void a_slow_receiver_and_a_dead_one_hold_up_nobody_else_and_then_miss_nothing() {
        var open = new CountDownLatch(1);
        try (var slow = new HttpReceiver((_, _, _) -> {
                    open.await();
                    return 200;
                });
                var fast = new HttpReceiver((_, _, _) -> 200);
                var rig = Rig.start(folder)) {
            var slowOne = rig.subscribe("slow", slow.url());
            rig.subscribe("dead", "http://127.0.0.1:1/");
            rig.subscribe("fast", fast.url());
            var rows = IntStream.rangeClosed(1, 50)
                    .mapToObj(serial -> Rows.revoked(Rows.id(Integer.toHexString(serial)), 2))
                    .toArray(StatusRow[]::new);
            rig.take(rows);

            assertThat(fast.awaitIds(50)).hasSize(50).doesNotHaveDuplicates();
            // Bounded: what it has not taken waits in the feed.
            assertThat(slow.awaitIds(4)).hasSize(4);
            rig.awaitStanding(slowOne, 8, 0);
            open.countDown();
            assertThat(slow.awaitIds(50)).containsExactlyInAnyOrderElementsOf(fast.awaitIds(50));
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        try (var receiver = new HttpReceiver((exchange, _, _) -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    return 307;
                });
                var rig = Rig.start(folder)) {
            rig.subscribe("wh-1", receiver.url());
            rig.take(REVOKED);
            awaitAttempts(rig, receiver, 3);

            assertThat(receiver.received()).extracting(Received::path).containsOnly("/hook");
        }
    }

    @Test
    void a_private_address_is_never_connected_to_whatever_its_name() {
        try (var receiver = new HttpReceiver((_, _, _) -> 200);
                var rig = Rig.refusingPrivateAddresses(folder)) {
            var named = receiver.url().replace("127.0.0.1", "localhost");
            rig.subscribe("by-name", named);
            rig.subscribe("by-address", receiver.url());
            rig.take(REVOKED);

            for (var id : List.of("by-name", "by-address")) {
                RunningTable.await(() -> assertThat(rig.store.pending(id))
                        .extracting(Message::lastFailure)
                        .containsExactly("private address refused"));
            }
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void retry_after_is_honoured() {
        try (var receiver = new HttpReceiver((exchange, _, _) -> {
                    exchange.getResponseHeaders().add("Retry-After", "3600");
                    return 503;
                });
                var rig = Rig.start(folder)) {
            rig.subscribe("wh-1", receiver.url());
            rig.take(REVOKED);

            RunningTable.await(() -> assertThat(rig.store.pending("wh-1"))
                    .containsExactly(new Message(
                            1, REVOKED, false, 1, Tables.NOW, Tables.NOW.plus(Duration.ofHours(1)), "status 503")));
        }
    }

    @Test
    void what_cannot_be_delivered_in_time_is_a_dead_letter_that_can_be_redriven() {
        var works = new CountDownLatch(1);
        try (var receiver = new HttpReceiver((_, _, _) -> works.getCount() == 0 ? 200 : 500);
                var rig = Rig.start(folder)) {
            var subscription = rig.subscribe("wh-1", receiver.url());
            rig.take(REVOKED, Rows.revoked(Rows.id("2"), 2));
            receiver.awaitIds(2);
            RunningTable.await(() -> {
                rig.pass(Duration.ofDays(1));
                rig.claimStanding(subscription, 0, 2);
            });
            // Nothing has gone through for days: what is new is tried once.
            rig.take(Rows.revoked(Rows.id("3"), 2));
            rig.awaitStanding(subscription, 0, 3);
            rig.restart();
            rig.awaitStanding(subscription, 0, 3);
            assertThat(rig.webhooks.deadLetters(subscription, 0, 10))
                    .extracting(Message::id, Message::lastFailure)
                    .containsExactly(
                            tuple(ID, "status 500"),
                            tuple(Rows.ISSUER + ":2/2", "status 500"),
                            tuple(Rows.ISSUER + ":3/2", "status 500"));

            works.countDown();
            var delivery = rig.webhooks.find(rig.client, "wh-1").orElseThrow();
            delivery.redrive(OptionalLong.of(2));
            rig.awaitStanding(subscription, 0, 2);
            assertThat(receiver.received().getLast().id()).isEqualTo(Rows.ISSUER + ":2/2");
            delivery.redrive(OptionalLong.empty());
            rig.awaitStanding(subscription, 0, 0);
        }
    }

    @Test
    void what_was_on_its_way_when_the_service_ended_is_delivered_by_the_next() {
        try (var receiver = new HttpReceiver((_, request, _) -> request.id().endsWith("/1") ? 500 : 200);
                var rig = Rig.start(folder)) {
            var subscription = rig.subscribe("wh-1", "http://127.0.0.1:1/");
            rig.take(REVOKED, Rows.good(Rows.id("2"), 1));
            RunningTable.await(() -> assertThat(rig.store.pending("wh-1"))
                    .extracting(Message::lastFailure)
                    .containsExactly("not connected", "not connected"));
            rig.store.write(batch -> batch.subscription(new Subscription(
                    "wh-1",
                    Rig.CLIENT,
                    receiver.url(),
                    subscription.secret(),
                    Filter.ALL,
                    subscription.createdAt(),
                    false,
                    false)));

            rig.pass(Duration.ofSeconds(1));
            rig.restart();

            rig.awaitStanding(subscription, 1, 0);
            assertThat(Collections.frequency(receiver.awaitIds(2), ID)).isEqualTo(1);
            assertThat(rig.store.pending("wh-1")).extracting(Message::id).containsExactly(Rows.ISSUER + ":2/1");
        }
    }

    @Test
    void who_has_missed_changes_is_told_to_take_a_snapshot() {
        try (var receiver = new HttpReceiver((_, _, _) -> 200);
                var rig = Rig.start(folder)) {
            rig.subscribe("wh-1", receiver.url());
            Tables.name(rig.table, "topic-2");
            rig.webhooks.emptied();
            rig.take(REVOKED);

            assertThat(receiver.awaitIds(2))
                    .containsExactlyInAnyOrder("snapshot-needed/" + Tables.NOW.toEpochMilli(), ID);
        }
    }
}
