package jp.tenkyo.lifecycle.reads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.tenkyo.avro.IssuerCompromised;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.avro.IssuerProgress;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.issuers.Issuer;
import jp.tenkyo.lifecycle.issuers.Issuers;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The duty to publish without delay that a CA's key is compromised (rule book 2.2). */
class AnnouncementsTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final String KEY = "abcdef0123456789abcdef0123456789abcdef01";
    private static final String OTHER_KEY = "0bcdef0123456789abcdef0123456789abcdef01";

    private final AnnouncementFold fold = new AnnouncementFold(2);

    @Test
    void a_report_is_a_line_before_any_partition_has_recorded_it() {
        see(report(KEY.toUpperCase(java.util.Locale.ROOT), NOW.plusMillis(2)));
        see(report(KEY, NOW));

        assertThat(fold.lines()).containsExactly(new Announcement(KEY, NOW, 0, 0, 0, 2, false));
    }

    @Test
    void a_line_sums_the_latest_of_each_partition_from_the_first_that_recorded_it() {
        see(report(KEY, NOW));
        see(progress(KEY, 0, NOW.plusMillis(30), 0, 0, false));
        see(progress(KEY, 1, NOW.plusMillis(20), 10, 7, true));
        see(progress(KEY, 0, NOW.plusMillis(30), 5, 4, false));

        assertThat(fold.lines()).containsExactly(new Announcement(KEY, NOW.plusMillis(20), 11, 15, 1, 2, false));
        see(progress(KEY, 0, NOW.plusMillis(30), 6, 5, true));
        assertThat(fold.lines()).containsExactly(new Announcement(KEY, NOW.plusMillis(20), 12, 16, 2, 2, true));
    }

    @Test
    void the_newest_comes_first() {
        see(report(KEY, NOW));
        see(report(OTHER_KEY, NOW.plusSeconds(1)));

        assertThat(fold.lines()).extracting(Announcement::issuerKeyId).containsExactly(OTHER_KEY, KEY);
    }

    @Test
    void a_report_that_is_rejected_or_a_dead_letter_announces_nothing() {
        fold.see(OTHER_KEY.getBytes(UTF_8), report(KEY, NOW));
        fold.see(null, report(KEY, NOW));
        see(report("abc", NOW));

        assertThat(fold.lines()).isEmpty();
    }

    @Test
    void announcements_are_answered_with_whether_they_are_up_to_date() {
        var line = new Announcement(KEY, NOW, 11, 15, 1, 2, false);

        assertThat(http(() -> new Announcements(false, List.of(line))).get().uri("/announcements"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"upToDate": false, "announcements": [{"issuerKeyId": "%s", "recordedAt": "2026-04-01T00:00:00Z",
                          "ended": 11, "walked": 15, "partitionsComplete": 1, "partitions": 2, "complete": false}]}""".formatted(KEY));
    }

    @Test
    void issuers_are_listed_with_since_when_they_are_compromised() {
        var line = new Announcement(KEY, NOW, 11, 15, 1, 2, false);

        assertThat(http(() -> new Announcements(true, List.of(line))).get().uri("/issuers"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"upToDate": true, "issuers": [
                          {"issuerKeyId": "%s", "subject": "O=JPKI-TEST", "kind": "SIGNING",
                           "notBefore": "2026-04-01T00:00:00Z", "notAfter": "2026-04-01T00:00:01Z",
                           "compromisedSince": "2026-04-01T00:00:00Z"},
                          {"issuerKeyId": "%s", "subject": "O=JPKI-TEST", "kind": "AUTHENTICATION",
                           "notBefore": "2026-04-01T00:00:00Z", "notAfter": "2026-04-01T00:00:01Z",
                           "compromisedSince": null}]}""".formatted(KEY, OTHER_KEY));
    }

    @Test
    void nothing_is_answered_before_it_is_read() {
        AnnouncementSource notYet = () -> {
            throw new ReadsUnavailableException("still being read");
        };

        for (var path : List.of("/announcements", "/issuers")) {
            assertThat(http(notYet).get().uri(path)).hasStatus(503).hasHeader("Retry-After", "2");
        }
    }

    private void see(IssuerEventMessage message) {
        var reported = message.getCompromised();
        var key = reported == null ? message.getProgress().getIssuerKeyId() : reported.getIssuerKeyId();
        fold.see(key.getBytes(UTF_8), message);
    }

    private static MockMvcTester http(AnnouncementSource source) {
        var issuers = new Issuers(List.of(
                new Issuer(KEY, "O=JPKI-TEST", Kind.SIGNING, NOW, NOW.plusSeconds(1)),
                new Issuer(OTHER_KEY, "O=JPKI-TEST", Kind.AUTHENTICATION, NOW, NOW.plusSeconds(1))));
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(new AnnouncementsController(issuers, source))
                .build());
    }

    private static IssuerEventMessage report(String issuerKeyId, Instant at) {
        return message(at)
                .setCompromised(new IssuerCompromised("r-1", issuerKeyId))
                .build();
    }

    private static IssuerEventMessage progress(
            String issuerKeyId, int partition, Instant compromisedAt, long walked, long ended, boolean complete) {
        return message(compromisedAt)
                .setProgress(new IssuerProgress("r-1", issuerKeyId, compromisedAt, partition, walked, ended, complete))
                .build();
    }

    private static IssuerEventMessage.Builder message(Instant at) {
        return IssuerEventMessage.newBuilder()
                .setId("r-1")
                .setSource("/test")
                .setOccurredAt(at)
                .setRecordedAt(at);
    }
}
