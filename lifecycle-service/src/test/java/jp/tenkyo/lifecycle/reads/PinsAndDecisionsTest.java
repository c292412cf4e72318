package jp.tenkyo.lifecycle.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.Cause;
import jp.tenkyo.avro.CauseKind;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.DecisionNeeded;
import jp.tenkyo.avro.DecisionSettled;
import jp.tenkyo.avro.Pin;
import jp.tenkyo.avro.PinStateChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reads keep of PINs and of what persons must decide. */
class PinsAndDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String KEY_ID = "abcdef0123456789abcdef0123456789abcdef01";
    private static final String FINDING = "DATE_OF_BIRTH_NEEDS_DECISION";
    private static final String HOLDER = "h-1";

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private ReadsDriver reads;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        reads = new ReadsDriver(folder, NOW);
    }

    @AfterEach
    void stop() {
        reads.close();
    }

    @Test
    void each_pin_stands_as_its_last_event_left_it() {
        reads.take(pin("r-1", Pin.SIGNING, Carrier.CARD, 4, false));
        reads.take(pin("r-2", Pin.SIGNING, Carrier.PHONE, 1, false));
        reads.take(pin("r-3", Pin.SIGNING, Carrier.CARD, 5, true));
        reads.take(pin("r-4", Pin.SIGNING, Carrier.PHONE, 0, false));

        assertThat(reads.holder(HOLDER).pins())
                .containsExactlyInAnyOrder(
                        new PinView("SIGNING", "CARD", 5, true), new PinView("SIGNING", "PHONE", 0, false));
    }

    @Test
    void the_timeline_shows_how_a_pin_stands_since() {
        reads.take(pin("r-1", Pin.AUTHENTICATION, Carrier.CARD, 3, true));

        assertThat(reads.timeline(HOLDER).getFirst().events())
                .containsExactly(new TimelineStep.Happened(
                        "PinStateChanged",
                        null,
                        null,
                        null,
                        null,
                        null,
                        new PinView("AUTHENTICATION", "CARD", 3, true),
                        null));
    }

    @Test
    void what_a_person_must_decide_is_listed_until_it_is_settled() {
        reads.take(needed("h-2", "b2", NOW.plusSeconds(9)));
        reads.take(needed(HOLDER, "a1", NOW));
        reads.take(needed(HOLDER, "a2", NOW.plusSeconds(1)));
        assertThat(reads.decisions())
                .containsExactly(
                        new DecisionView(KEY_ID + ":a1", HOLDER, FINDING, NOW, "r-a1"),
                        new DecisionView(KEY_ID + ":a2", HOLDER, FINDING, NOW.plusSeconds(1), "r-a2"),
                        new DecisionView(KEY_ID + ":b2", "h-2", FINDING, NOW.plusSeconds(9), "r-b2"));

        reads.take(settled(HOLDER, "a1", NOW.plusSeconds(60)));
        assertThat(reads.decisions())
                .extracting(DecisionView::certificateId)
                .containsExactly(KEY_ID + ":a2", KEY_ID + ":b2");
    }

    @Test
    void what_is_read_again_after_a_crash_ends_in_the_same_list() {
        reads.take(needed(HOLDER, "a1", NOW));
        reads.take(settled(HOLDER, "a1", NOW.plusSeconds(60)));
        reads.take(needed(HOLDER, "a1", NOW));
        reads.take(settled(HOLDER, "a1", NOW.plusSeconds(60)));
        assertThat(reads.decisions()).isEmpty();
    }

    @Test
    void the_timeline_names_the_certificate_and_the_finding() {
        reads.take(needed(HOLDER, "a1", NOW));
        reads.take(settled(HOLDER, "a1", NOW.plusSeconds(60)));

        assertThat(reads.timeline(HOLDER))
                .flatExtracting(TimelineStep::events)
                .extracting(
                        TimelineStep.Happened::type,
                        TimelineStep.Happened::certificateId,
                        TimelineStep.Happened::finding)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("DecisionNeeded", KEY_ID + ":a1", FINDING),
                        org.assertj.core.groups.Tuple.tuple("DecisionSettled", KEY_ID + ":a1", FINDING));
    }

    @Test
    void a_holder_that_an_earlier_version_stored_has_no_pins() {
        var serde = StoredJson.of(HolderRecord.class);
        var bytes = "\u0002{\"certificates\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(new HolderRecord(List.of(), List.of()));
    }

    @Test
    void a_decision_is_stored_to_the_millisecond_and_read_as_an_earlier_version_stored_it() {
        var serde = StoredJson.of(DecisionView.class);
        var stored = view("a1", 0);
        var bytes = serde.serializer().serialize("", stored);
        assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(stored);
        assertThat(bytes[0]).isEqualTo((byte) 3);
        var millis = String.valueOf(stored.since().toEpochMilli());
        var earlier = new String(bytes, StandardCharsets.UTF_8)
                .replace('\u0003', '\u0002')
                .replace(millis, '"' + stored.since().toString() + '"');
        assertThat(earlier).doesNotContain(millis);
        assertThat(serde.deserializer().deserialize("", earlier.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(stored);
    }

    @Test
    void a_page_says_where_the_next_one_begins() {
        var all = List.of(view("a1", 0), view("a2", 1), view("a3", 2));

        assertThat(DecisionPage.of(all, 2, List.of(0), List.of("other:1")))
                .isEqualTo(new DecisionPage(all.subList(0, 2), all.get(1).key(), List.of(0), List.of("other:1")));
        assertThat(DecisionPage.of(all, 3, List.of(0), List.of()).next()).isNull();
        assertThat(DecisionPage.of(List.of(), 3, List.of(), List.of()).next()).isNull();
    }

    private static DecisionView view(String serial, int seconds) {
        return new DecisionView(KEY_ID + ":" + serial, HOLDER, FINDING, NOW.plusSeconds(seconds), "r");
    }

    private static CertificateEventMessage pin(String inputId, Pin pin, Carrier carrier, int failures, boolean locked) {
        return message(HOLDER, inputId, NOW)
                .setPinStateChanged(new PinStateChanged(pin, carrier, failures, locked))
                .build();
    }

    static CertificateEventMessage needed(String holderId, String serial, Instant at) {
        return message(holderId, "r-" + serial, at)
                .setDecisionNeeded(new DecisionNeeded(KEY_ID + ":" + serial, FINDING))
                .build();
    }

    private static CertificateEventMessage settled(String holderId, String serial, Instant at) {
        return message(holderId, "r-taken", at)
                .setDecisionSettled(new DecisionSettled(KEY_ID + ":" + serial, FINDING))
                .build();
    }

    private static CertificateEventMessage.Builder message(String holderId, String inputId, Instant at) {
        return CertificateEventMessage.newBuilder()
                .setId("id")
                .setSource("/tenkyo/lifecycle-service")
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setHolderId(holderId)
                .setCause(new Cause(CauseKind.INPUT, inputId))
                .setRule("test")
                .setPolicyVersion("test");
    }
}
