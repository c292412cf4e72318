package jp.tenkyo.quickstart.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tenkyo.quickstart.page.Answer;
import jp.tenkyo.quickstart.page.Request;
import jp.tenkyo.quickstart.page.Template;

/** One mail: its page, its markup, its source. */
final class MailView {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    /** A mail's markup may style itself and show pictures that it brings, and do nothing else. */
    private static final String MARKUP_MAY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

    private final String startPage;
    private final Template template = Template.named("mail.html");

    MailView(String startPage) {
        this.startPage = startPage;
    }

    Answer page(Mail mail, Request request) throws IOException {
        var parts = parts(mail);
        var language = request.language();
        var values = Map.ofEntries(
                Map.entry("lang", language.tag()),
                Map.entry("otherLang", language.other().tag()),
                Map.entry("number", Long.toString(mail.number())),
                Map.entry("startPage", startPage),
                Map.entry("subject", mail.subject().isBlank() ? "–" : mail.subject()),
                Map.entry("from", mail.from()),
                Map.entry("to", mail.to()),
                Map.entry("arrived", TIME.format(mail.arrivedAt())),
                Map.entry("headers", headers(mail)),
                Map.entry("noText", parts.text() == null ? "" : "hidden"),
                Map.entry("text", Objects.requireNonNullElse(parts.text(), "")),
                Map.entry("frame", frame(mail, parts, language.text("mail.html"))));
        return Answer.html(template.fill(language, values));
    }

    Answer markup(Mail mail) throws IOException {
        var html = parts(mail).html();
        return html == null ? Answer.notFound() : Answer.html(html).with("Content-Security-Policy", MARKUP_MAY);
    }

    Answer source(Mail mail) {
        return Answer.of("message/rfc822", mail.source().array())
                .with("Content-Disposition", "attachment; filename=\"mail-%d.eml\"".formatted(mail.number()));
    }

    private static String frame(Mail mail, MailParts parts, String title) {
        return parts.html() == null
                ? "<p>–</p>"
                : "<iframe sandbox src=\"/mails/%d/html\" title=\"%s\"></iframe>"
                        .formatted(mail.number(), Template.escape(title));
    }

    private static MailParts parts(Mail mail) throws IOException {
        try {
            return MailParts.of(mail);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static String headers(Mail mail) throws IOException {
        try {
            return Collections.list(mail.message().getAllHeaders()).stream()
                    .map(MailView::header)
                    .collect(Collectors.joining("\n"));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static String header(Header header) {
        return "<div><dt>%s</dt><dd>%s</dd></div>"
                .formatted(Template.escape(header.getName()), Template.escape(decoded(header.getValue())));
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }
}
