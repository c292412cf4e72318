package jp.tenkyo.lifecycle.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tenkyo.lifecycle.topology.DrivenTask.KEY;
import static jp.tenkyo.lifecycle.topology.DrivenTask.NOW;
import static jp.tenkyo.lifecycle.topology.DrivenTask.OTHER_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.issuers.Issuer;
import jp.tenkyo.lifecycle.issuers.Issuers;
import jp.tenkyo.schemas.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of the report that an issuer's key is compromised, and of issuers that are not known, without a broker.
 */
class IssuerReportsTest {

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
    void the_report_has_one_outcome_under_the_issuers_key_and_a_repeat_changes_nothing() {
        task.register(KEY, DrivenTask.holders(2));
        task.drain();
        task.compromise(KEY, "r-1");
        task.tick();
        task.compromise(KEY, "r-1");
        task.compromise(KEY, "r-2");
        task.tick();

        var outcomes = task.records(Topic.CERTIFICATE_EVENTS).stream()
                .filter(record -> KEY.equals(new String(record.key(), UTF_8)))
                .map(record ->
                        DrivenTask.decoded(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, record.value()))
                .toList();
        assertThat(outcomes).extracting(CertificateEventMessage::getHolderId).containsOnly("");
        assertThat(outcomes)
                .extracting(CertificateEventMessage::getInputDecided)
                .extracting(DrivenTask::text)
                .containsExactly(
                        "r-1 issuer-events COMPROMISED ACCEPTED ISSUER_COMPROMISED",
                        "r-1 issuer-events COMPROMISED UNCHANGED ALREADY_COMPROMISED",
                        "r-2 issuer-events COMPROMISED UNCHANGED ALREADY_COMPROMISED");
        assertThat(task.progress()).containsExactly("0/0 false", "2/2 true");
    }

    @Test
    void the_facts_name_the_rule_and_the_report_that_caused_them() {
        task.register(KEY, DrivenTask.holders(1));
        task.drain();
        task.compromise(KEY, "r-1");
        task.clock().set(NOW.plusSeconds(7));
        task.tick();

        var revoked = task.read(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class).stream()
                .filter(message -> message.getCertificateRevoked() != null)
                .toList();
        assertThat(revoked).singleElement().satisfies(message -> {
            assertThat(message.getRule()).isEqualTo("2.2/CA_KEY_COMPROMISED");
            assertThat(message.getCause().getInputId()).isEqualTo("r-1");
            assertThat(message.getRecordedAt()).isEqualTo(NOW.plusSeconds(7));
            assertThat(message.getCertificateRevoked().getReason()).hasToString("cACompromise");
            assertThat(message.getCertificateRevoked().getRevokedAt()).isEqualTo(NOW.plusSeconds(7));
        });
    }

    @Test
    void certificates_by_other_keys_than_those_set_are_refused() {
        task.begin(
                DrivenTask.walking(3),
                new Issuers(List.of(new Issuer(KEY, "O=JPKI-TEST", Kind.SIGNING, NOW, NOW.plusSeconds(1)))));
        task.register(KEY, List.of("known"));
        task.register(OTHER_KEY, List.of("unknown"));
        task.sendRegistration(KEY, "other-kind", CertificateKind.AUTHENTICATION);

        assertThat(task.statuses()).containsExactly("known 1 GOOD");
        assertThat(task.outcomes())
                .containsExactly(
                        "request-known certificate-requests ISSUE ACCEPTED REGISTERED",
                        "request-unknown certificate-requests ISSUE REJECTED ISSUER_UNKNOWN",
                        "request-other-kind certificate-requests ISSUE REJECTED ISSUER_NOT_FOR_KIND");
    }

    @Test
    void a_report_under_another_key_is_a_dead_letter() {
        task.pipe(Topic.ISSUER_EVENTS, OTHER_KEY, DrivenTask.report(KEY, "r-1"));
        task.pipe(Topic.ISSUER_EVENTS, KEY, DrivenTask.report(KEY.substring(1), "r-2"));

        assertThat(task.records(Topic.ISSUER_EVENTS_DLQ))
                .extracting(record ->
                        new String(record.headers().lastHeader("dlq.error").value(), UTF_8))
                .containsExactly("KEY_MISMATCH", "KEY_MISMATCH");
        assertThat(task.open()).isNull();
    }

    @Test
    void a_report_of_wrong_form_is_rejected_and_one_in_capitals_understood() {
        task.compromise("abc", "r-1");
        task.compromise(KEY.toUpperCase(Locale.ROOT), "r-2");

        assertThat(task.outcomes())
                .containsExactly(
                        "r-1 issuer-events COMPROMISED REJECTED ISSUER_KEY_ID_INVALID",
                        "r-2 issuer-events COMPROMISED ACCEPTED ISSUER_COMPROMISED");
        assertThat(task.open()).isEqualTo(KEY);
    }
}
