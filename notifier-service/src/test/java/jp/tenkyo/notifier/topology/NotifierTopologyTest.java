package jp.tenkyo.notifier.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tenkyo.notifier.Notices.named;
import static jp.tenkyo.notifier.contract.Samples.delivered;
import static jp.tenkyo.notifier.contract.Samples.mailTo;
import static jp.tenkyo.notifier.contract.Samples.planned;
import static jp.tenkyo.notifier.contract.Samples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.notifier.Endings;
import jp.tenkyo.notifier.core.ContactPoint;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.schemas.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Set up before each test.
@SuppressWarnings("NullAway.Init")
class NotifierTopologyTest {

    private static final Due FIRST = new Due(TopologyHarness.START, "n-1");

    private TopologyHarness topology;

    @BeforeEach
    void start(@TempDir Path folder) {
        topology = new TopologyHarness(UUID.randomUUID().toString(), folder);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void its_nodes_stores_and_topics_are_as_the_file_shows() throws IOException {
        var file = Path.of("src/test/resources/topology.txt");
        var description = topology.topology().describe().toString();
        if ("write".equals(System.getProperty("tenkyo.golden"))) {
            Files.writeString(file, description, UTF_8);
        }

        assertThat(description).isEqualTo(Files.readString(file, UTF_8));
        assertThat(description).doesNotContain("KSTREAM");
    }

    @Test
    void a_planned_notice_waits_in_the_outbox() {
        topology.say(planned("h-1", "n-1"));

        assertThat(topology.outbox()).containsExactly(FIRST);
        assertThat(topology.waiting(FIRST).notice().changeReason()).isEqualTo(ChangeReason.MOVED_WITHIN_MUNICIPALITY);
        assertThat(topology.written(Topic.NOTICE_DELIVERIES)).isEmpty();
    }

    @Test
    void it_waits_with_all_that_was_told_of_it() {
        var notices = Endings.all().values().stream()
                .map(notice -> named("h-1", "n-1", notice))
                .toList();
        for (var notice : notices) {
            topology.say(planned(notice));

            assertThat(topology.waiting(FIRST).notice()).isEqualTo(notice);
        }
    }

    @Test
    void a_second_one_takes_the_place_of_the_first_and_keeps_its_place_in_the_row() {
        topology.say(planned("h-1", "n-1"));
        topology.pass(Duration.ofSeconds(5));

        topology.say(planned("h-1", "n-1", ChangeReason.MOVED_IN));

        assertThat(topology.outbox()).containsExactly(FIRST);
        assertThat(topology.waiting(FIRST).notice().changeReason()).isEqualTo(ChangeReason.MOVED_IN);
    }

    @Test
    void a_sent_notice_never_comes_back() {
        topology.say(planned("h-1", "n-1"));
        topology.say(delivered("h-1", "n-1", DeliveryOutcome.SENT, 1, TopologyHarness.START));

        topology.say(planned("h-1", "n-1"));

        assertThat(topology.outbox()).isEmpty();
        assertThat(topology.seen).containsExactly(DeliveryOutcome.SENT);
    }

    @Test
    void a_delivery_read_before_its_plan_settles_it() {
        topology.say(delivered("h-1", "n-1", DeliveryOutcome.SENT, 1, TopologyHarness.START));

        topology.say(planned("h-1", "n-1"));

        assertThat(topology.outbox()).isEmpty();
    }

    @Test
    void a_withdrawn_notice_leaves_the_outbox_and_is_recorded_once() {
        topology.say(planned("h-1", "n-1"));

        topology.say(withdrawn("h-1", "n-1"));
        topology.say(withdrawn("h-1", "n-1"));
        topology.say(planned("h-1", "n-1"));

        assertThat(topology.outbox()).isEmpty();
        assertThat(topology.written(Topic.NOTICE_DELIVERIES)).singleElement().satisfies(record -> {
            var delivery = topology.delivery(record).getDelivery();
            assertThat(delivery.getOutcome()).isEqualTo(DeliveryOutcome.WITHDRAWN);
            assertThat(delivery.getAttempt()).isZero();
            assertThat(delivery.getDetail()).isEqualTo("HOLDER_DIED");
            assertThat(record.key()).isEqualTo("h-1".getBytes(UTF_8));
            assertThat(header(record, "ce_type")).isEqualTo("jp.tenkyo.NoticeDelivery");
            assertThat(header(record, "traceparent")).isEqualTo("00-trace");
        });
    }

    @Test
    void a_notice_withdrawn_before_it_is_known_is_never_put_in_the_outbox() {
        topology.say(withdrawn("h-1", "n-1"));
        topology.say(planned("h-1", "n-1"));

        assertThat(topology.outbox()).isEmpty();
        assertThat(topology.written(Topic.NOTICE_DELIVERIES)).hasSize(1);
    }

    @Test
    void a_withdrawal_of_a_sent_notice_says_nothing() {
        topology.say(delivered("h-1", "n-1", DeliveryOutcome.SENT, 1, TopologyHarness.START));

        topology.say(withdrawn("h-1", "n-1"));

        assertThat(topology.written(Topic.NOTICE_DELIVERIES)).isEmpty();
    }

    @Test
    void nobody_is_told_of_a_revocation_by_death() {
        topology.say(planned("h-1", "n-1", ChangeReason.DIED));

        assertThat(topology.outbox()).isEmpty();
        assertThat(topology.written(Topic.NOTICE_DELIVERIES))
                .singleElement()
                .satisfies(record -> assertThat(
                                topology.delivery(record).getDelivery().getOutcome())
                        .isEqualTo(DeliveryOutcome.WITHDRAWN));
    }

    @Test
    void each_retry_moves_the_notice_further_into_the_future_once() {
        topology.say(planned("h-1", "n-1"));

        topology.say(delivered("h-1", "n-1", DeliveryOutcome.RETRYING, 1, TopologyHarness.START));
        topology.say(delivered("h-1", "n-1", DeliveryOutcome.RETRYING, 1, TopologyHarness.START));
        assertThat(topology.outbox()).containsExactly(new Due(TopologyHarness.START.plusSeconds(60), "n-1"));

        topology.say(delivered("h-1", "n-1", DeliveryOutcome.RETRYING, 2, TopologyHarness.START.plusSeconds(60)));
        var third = new Due(TopologyHarness.START.plusSeconds(60 + 180), "n-1");
        assertThat(topology.outbox()).containsExactly(third);
        assertThat(topology.waiting(third).attempts()).isEqualTo(2);

        topology.say(delivered("h-1", "n-1", DeliveryOutcome.GAVE_UP, 3, TopologyHarness.START));
        assertThat(topology.outbox()).isEmpty();
    }

    @Test
    void a_contact_point_is_kept_until_it_is_forgotten() {
        topology.say(mailTo("h-1", "a@example.jp"));
        assertThat(topology.<String, ContactPoint>store(Names.CONTACT_POINTS)
                        .get("h-1")
                        .mail())
                .isEqualTo("a@example.jp");

        topology.pipe(Topic.CONTACT_POINTS, "h-1", null);
        assertThat(topology.<String, ContactPoint>store(Names.CONTACT_POINTS).get("h-1"))
                .isNull();
    }

    @Test
    void what_was_settled_long_ago_is_forgotten_a_bounded_number_at_a_time() {
        for (var n = 0; n < NoticeBook.FORGOTTEN_PER_SWEEP_MAX + 1; n++) {
            topology.say(delivered("h-1", "n-" + n, DeliveryOutcome.SENT, 1, TopologyHarness.START));
        }

        topology.pass(Duration.ofDays(399));
        assertThat(remembered()).isEqualTo(NoticeBook.FORGOTTEN_PER_SWEEP_MAX + 1);
        topology.pass(Duration.ofDays(2));
        assertThat(remembered()).isEqualTo(1);
        topology.pass(Duration.ofMinutes(1));
        assertThat(remembered()).isZero();
    }

    private int remembered() {
        var count = 0;
        try (var all = topology.<String, Standing>store(Names.STANDINGS).all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }

    @Test
    void poison_goes_untouched_to_its_dead_letter_topic_with_its_cause() {
        var bytes = "no Avro".getBytes(UTF_8);

        topology.pipe(Topic.NOTICES, "h-1", bytes);
        topology.pipe(Topic.NOTICE_DELIVERIES, "h-1", null);
        topology.pipe(Topic.CONTACT_POINTS, null, bytes);
        topology.say(planned("h-1", "n-1"));

        assertThat(topology.written(Topic.NOTICES_DLQ)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("h-1".getBytes(UTF_8));
            assertThat(record.value()).isEqualTo(bytes);
            assertThat(header(record, "dlq.error")).isEqualTo("NOT_CONFLUENT_AVRO");
            assertThat(header(record, "dlq.topic")).isEqualTo("notices");
            assertThat(header(record, "traceparent")).isEqualTo("00-trace");
        });
        assertThat(topology.written(Topic.NOTICE_DELIVERIES_DLQ))
                .singleElement()
                .satisfies(record -> assertThat(header(record, "dlq.error")).isEqualTo("MISSING_VALUE"));
        assertThat(topology.written(Topic.CONTACT_POINTS_DLQ))
                .singleElement()
                .satisfies(record -> assertThat(header(record, "dlq.error")).isEqualTo("MISSING_KEY"));
        assertThat(topology.buried)
                .containsExactly(
                        DeadLetterCause.NOT_CONFLUENT_AVRO, DeadLetterCause.MISSING_VALUE, DeadLetterCause.MISSING_KEY);
        assertThat(topology.outbox()).hasSize(1);
    }

    @Test
    void a_key_that_is_not_the_holder_is_a_dead_letter() {
        topology.pipe(Topic.NOTICES, "h-2", topology.bytes(planned("h-1", "n-1")));

        assertThat(topology.outbox()).isEmpty();
        assertThat(topology.written(Topic.NOTICES_DLQ))
                .singleElement()
                .satisfies(record -> assertThat(header(record, "dlq.error")).isEqualTo("KEY_MISMATCH"));
    }

    private static String header(org.apache.kafka.streams.test.TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
