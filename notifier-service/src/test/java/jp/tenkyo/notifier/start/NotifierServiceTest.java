package jp.tenkyo.notifier.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tenkyo.notifier.Notices.named;
import static jp.tenkyo.notifier.contract.Samples.mailTo;
import static jp.tenkyo.notifier.contract.Samples.planned;
import static jp.tenkyo.notifier.contract.Samples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.Language;
import jp.tenkyo.avro.NoticeDelivery;
import jp.tenkyo.notifier.Endings;
import jp.tenkyo.notifier.core.MessageId;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.stack.LocalMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole service on a real broker, a real registry and a real SMTP server. One story in order, because starting them
 * costs seconds.
 */
// Set up before the first test.
@SuppressWarnings("NullAway.Init")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotifierServiceTest {

    private static RunningParts parts;

    @BeforeAll
    static void start(@TempDir Path folder) {
        parts = RunningParts.start(folder);
    }

    @AfterAll
    static void stop() {
        parts.close();
    }

    @Test
    @Order(1)
    void without_its_schemas_it_refuses_to_start_and_says_what_to_do() {
        assertThatThrownBy(() -> parts.startService())
                .rootCause()
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("notices-value");
        parts.registerSchemas();
    }

    @Test
    @Order(2)
    void a_planned_notice_becomes_a_mail() throws MessagingException, IOException {
        parts.startService();
        parts.send(mailTo("h-1", "h1@example.jp"));
        parts.send(planned("h-1", "n-1"));

        parts.await(() -> assertThat(parts.outcomesOf("n-1")).containsExactly(DeliveryOutcome.SENT));

        assertThat(parts.mail().messages()).hasSize(1);
        var mail = parts.mail().messages().getFirst();
        assertThat(mail.getSubject()).isEqualTo("署名用電子証明書の失効のお知らせ");
        assertThat(mail.getMessageID()).isEqualTo(MessageId.of("n-1", "notices.tenkyo.invalid"));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).contains("multipart/alternative");
        var alternatives = (MimeMultipart) mail.getContent();
        assertThat(alternatives.getBodyPart(0).getContentType()).containsIgnoringCase("text/plain; charset=utf-8");
        assertThat(alternatives.getBodyPart(0).getContent().toString()).contains("ご本人様", "千歳市", "転居により");
        assertThat(alternatives.getBodyPart(1).getContentType()).containsIgnoringCase("text/html; charset=utf-8");
    }

    @Test
    @Order(3)
    void a_restart_waits_for_no_session_to_end_and_sends_nothing_twice() {
        parts.restartService();
        parts.send(planned("h-1", "n-1"));
        parts.send(planned("h-1", "n-2"));

        parts.await(() -> assertThat(parts.outcomesOf("n-2")).containsExactly(DeliveryOutcome.SENT));
        assertThat(parts.outcomesOf("n-1")).containsExactly(DeliveryOutcome.SENT);
        assertThat(parts.mail().messages()).hasSize(2);
    }

    @Test
    @Order(4)
    void while_the_mail_server_is_away_notices_wait_and_may_be_withdrawn() {
        var port = parts.mail().smtpPort();
        parts.mail().close();
        parts.send(planned("h-1", "n-3"));
        parts.send(planned("h-1", "n-4"));
        parts.await(() -> assertThat(parts.summary()).contains("\"mailServerAway\":true"));

        parts.send(withdrawn("h-1", "n-4"));
        parts.await(() -> assertThat(parts.outcomesOf("n-4")).containsExactly(DeliveryOutcome.WITHDRAWN));
        assertThat(parts.outcomesOf("n-3")).isEmpty();

        parts.mailIs(LocalMail.start(port));
        parts.await(() -> assertThat(parts.outcomesOf("n-3")).containsExactly(DeliveryOutcome.SENT));
        assertThat(parts.mail().messages()).hasSize(1);
    }

    @Test
    @Order(5)
    void who_cannot_be_reached_is_recorded() {
        parts.send(planned("h-nobody", "n-5"));
        parts.send(mailTo("h-bad", "no address"));
        parts.send(planned("h-bad", "n-6"));

        parts.await(() -> {
            assertThat(parts.outcomesOf("n-5")).containsExactly(DeliveryOutcome.NO_CONTACT_POINT);
            assertThat(parts.outcomesOf("n-6")).containsExactly(DeliveryOutcome.BAD_ADDRESS);
        });
    }

    @Test
    @Order(6)
    void contact_points_that_came_while_the_service_was_down_are_read_before_anybody_is_given_up() {
        parts.stopService();
        parts.send(planned("h-7", "n-7"));
        for (var n = 0; n < 500; n++) {
            parts.send(mailTo("h-other-" + n, "other@example.jp"));
        }
        parts.send(mailTo("h-7", "h7@example.jp"));
        parts.startService();

        parts.await(() -> assertThat(parts.outcomesOf("n-7")).containsExactly(DeliveryOutcome.SENT));
    }

    @Test
    @Order(7)
    void poison_is_set_aside_and_the_next_notice_goes_out() {
        parts.sendBytes(Topic.NOTICES, "h-1", "no Avro".getBytes(UTF_8));
        parts.send(planned("h-1", "n-8"));

        parts.await(() -> {
            assertThat(parts.deadLetters(Topic.NOTICES)).isEqualTo(List.of("NOT_CONFLUENT_AVRO"));
            assertThat(parts.outcomesOf("n-8")).containsExactly(DeliveryOutcome.SENT);
        });
    }

    @Test
    @Order(8)
    void health_metrics_and_counters_can_be_asked() throws IOException, InterruptedException {
        parts.await(() -> assertThat(parts.get("/actuator/health/readiness")).contains("UP"));
        assertThat(parts.get("/actuator/health/liveness")).contains("UP");
        assertThat(parts.get("/actuator/prometheus"))
                .contains("tenkyo_notice_deliveries_total{outcome=\"SENT\"}", "tenkyo_outbox_notices");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(parts.url() + "/deliveries/summary"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"SENT\":");
        }
    }

    @Test
    @Order(9)
    void every_ending_comes_into_the_mailbox_in_its_own_words_and_languages() {
        var port = parts.mail().smtpPort();
        parts.mail().close();
        parts.mailIs(LocalMail.start(port));
        for (var language : List.of(Language.JA, Language.EN)) {
            var holder = "h-endings-" + tag(language);
            parts.send(mailTo(holder, holder + "@example.jp", language));
            Endings.all()
                    .forEach((name, notice) -> parts.send(planned(named(holder, name + "." + tag(language), notice))));
        }

        var expected = Endings.all().keySet().stream()
                .flatMap(name -> Stream.of(name + ".ja", name + ".en"))
                .collect(Collectors.toMap(name -> MessageId.of(name, "notices.tenkyo.invalid"), Letter::inFile));
        parts.await(() -> assertThat(parts.mail().messages()).hasSize(expected.size()));
        assertThat(parts.mail().messages().stream()
                        .map(Letter::read)
                        .collect(Collectors.toMap(Letter.Read::messageId, Letter.Read::letter)))
                .isEqualTo(expected);
    }

    private static String tag(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    @Test
    @Order(10)
    void what_the_mail_server_refuses_for_good_is_a_bad_address_and_what_it_refuses_for_now_is_tried_again() {
        var port = parts.mail().smtpPort();
        parts.mail().close();
        try (var _ = RefusingMailServer.start(port)) {
            refused("n-20", "rcpt-550@example.jp");
            refused("n-21", "rcpt-451@example.jp");
            refused("n-22", "data-554@example.jp");
            refused("n-23", "data-452@example.jp");

            parts.await(() -> {
                assertThat(parts.deliveriesOf("n-20"))
                        .containsExactly(delivery("n-20", DeliveryOutcome.BAD_ADDRESS, "550"));
                assertThat(parts.deliveriesOf("n-21"))
                        .containsExactly(delivery("n-21", DeliveryOutcome.RETRYING, "451"));
                assertThat(parts.deliveriesOf("n-22"))
                        .containsExactly(delivery("n-22", DeliveryOutcome.GAVE_UP, "554"));
                assertThat(parts.deliveriesOf("n-23"))
                        .containsExactly(delivery("n-23", DeliveryOutcome.RETRYING, "452"));
            });
        }
        parts.mailIs(LocalMail.start(port));
    }

    private static void refused(String noticeId, String address) {
        parts.send(mailTo("h-" + noticeId, address));
        parts.send(planned("h-" + noticeId, noticeId));
    }

    private static NoticeDelivery delivery(String noticeId, DeliveryOutcome outcome, String detail) {
        return NoticeDelivery.newBuilder()
                .setNoticeId(noticeId)
                .setHolderId("h-" + noticeId)
                .setOutcome(outcome)
                .setAttempt(1)
                .setDetail(detail)
                .build();
    }
}
