package jp.tenkyo.quickstart.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Properties;
import jp.tenkyo.quickstart.page.PageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxPageTest {

    private final MailStore mails = new MailStore(() -> Instant.parse("2026-11-22T00:00:00Z"), 60, 1_000_000);
    private final HttpClient browser = HttpClient.newHttpClient();
    private PageServer server;

    @BeforeEach
    void serve() {
        server = PageServer.start(0, new MailboxPage(mails, "http://127.0.0.1:8080"));
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void mails_are_listed_newest_first_a_page_at_a_time() throws Exception {
        receive(55);

        var first = get("/?lang=en").body();

        assertThat(first).contains("holder-55@mail.example").doesNotContain("holder-5@mail.example");
        assertThat(first.indexOf("holder-55@")).isLessThan(first.indexOf("holder-54@"));
        assertThat(get("/?lang=en&page=2").body())
                .contains("holder-5@mail.example")
                .contains("Page 2 of 2");
    }

    @Test
    void the_oldest_go_beyond_the_bound() throws Exception {
        receive(61);

        assertThat(get("/mails/1").statusCode()).isEqualTo(404);
        assertThat(get("/mails/2").statusCode()).isEqualTo(200);
        assertThat(mails.arrived()).isEqualTo(61);
    }

    @Test
    void mails_are_found_by_recipient_and_by_subject() throws Exception {
        receive(3);

        assertThat(get("/?q=HOLDER-2%40").body()).contains("holder-2@").doesNotContain("holder-3@");
        assertThat(get("/api/mails?q=%E5%A4%B1%E5%8A%B9").body()).contains("\"matching\":3");
    }

    @Test
    void a_mail_is_shown_as_text_and_as_markup_that_can_do_nothing() throws Exception {
        receive(1);

        var page = get("/mails/1?lang=ja");
        var markup = get("/mails/1/html");

        assertThat(page.body())
                .contains("窓口へ &lt;お越し&gt; ください")
                .contains("<iframe sandbox src=\"/mails/1/html\"")
                .contains("&lt;1@notice.example&gt;");
        assertThat(markup.body()).contains("<h1>失効</h1>");
        assertThat(markup.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox")
                .contains("default-src 'none'");
    }

    @Test
    void the_source_can_be_downloaded_as_it_came() throws Exception {
        receive(1);

        var source = get("/mails/1/source");

        assertThat(source.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"mail-1.eml\"");
        assertThat(source.body()).contains("Message-ID: <1@notice.example>");
    }

    @Test
    void a_page_of_another_site_cannot_read_mails_by_a_name_of_its_own() throws Exception {
        receive(1);
        var raw = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), server.port());
        try (raw) {
            raw.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(UTF_8));

            assertThat(new String(raw.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 421");
        }
    }

    private void receive(int count) throws MessagingException {
        for (var i = 1; i <= count; i++) {
            mails.receive(mail(i));
        }
    }

    private static MimeMessage mail(int number) throws MessagingException {
        var message = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + number + "@notice.example>");
            }
        };
        message.setFrom(new InternetAddress("city@mail.example"));
        message.setRecipient(RecipientType.TO, new InternetAddress("holder-" + number + "@mail.example"));
        message.setSubject("署名用電子証明書の失効", "UTF-8");
        var text = new MimeBodyPart();
        text.setText("窓口へ <お越し> ください", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<h1>失効</h1>", "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
