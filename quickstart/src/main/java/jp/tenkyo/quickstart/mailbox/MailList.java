package jp.tenkyo.quickstart.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tenkyo.quickstart.page.Answer;
import jp.tenkyo.quickstart.page.Request;
import jp.tenkyo.quickstart.page.Template;

/** The mails, newest first, a page at a time. */
final class MailList {

    private static final int MAILS_PER_PAGE = 50;

    private final MailStore mails;
    private final String startPage;
    private final Template template = Template.named("mailbox.html");
    private final JsonMapper json = JsonMapper.builder().build();

    MailList(MailStore mails, String startPage) {
        this.mails = mails;
        this.startPage = startPage;
    }

    Answer page(Request request) {
        var found = find(request);
        var language = request.language();
        var values = Map.ofEntries(
                Map.entry("lang", language.tag()),
                Map.entry("otherLang", language.other().tag()),
                Map.entry("otherLink", link(request, language.other().tag(), found.number())),
                Map.entry("startPage", startPage),
                Map.entry("q", found.words()),
                Map.entry(
                        "count",
                        language.text("mailbox.count").formatted(found.matching(), mails.arrived(), mails.kept())),
                Map.entry("rows", rows(found.shown(), language.tag())),
                Map.entry("empty", found.shown().isEmpty() ? language.text("mailbox.empty") : ""),
                Map.entry("newer", step(request, found.number() - 1, found, language.text("mailbox.newer"))),
                Map.entry("older", step(request, found.number() + 1, found, language.text("mailbox.older"))),
                Map.entry("position", language.text("mailbox.position").formatted(found.number(), found.pages())));
        return Answer.html(template.fill(language, values));
    }

    Answer json(Request request) throws IOException {
        var found = find(request);
        return Answer.json(json.writeValueAsBytes(Map.of(
                "arrived", mails.arrived(),
                "matching", found.matching(),
                "page", found.number(),
                "pages", found.pages(),
                "mails", found.shown().stream().map(MailList::summary).toList())));
    }

    private static Map<String, Object> summary(Mail mail) {
        return Map.of(
                "number", mail.number(),
                "arrivedAt", mail.arrivedAt().toString(),
                "from", mail.from(),
                "to", mail.to(),
                "subject", mail.subject(),
                "source", "/mails/%d/source".formatted(mail.number()));
    }

    private record Found(String words, int matching, int number, int pages, List<Mail> shown) {}

    private Found find(Request request) {
        var words = request.parameter("q").orElse("");
        var all = mails.matching(mail -> words.isEmpty() || mail.mentions(words));
        var pages = Math.max(1, Math.ceilDiv(all.size(), MAILS_PER_PAGE));
        var number = Math.clamp(request.parameter("page").map(MailList::number).orElse(1), 1, pages);
        var shown = all.stream()
                .skip((long) (number - 1) * MAILS_PER_PAGE)
                .limit(MAILS_PER_PAGE)
                .toList();
        return new Found(words, all.size(), number, pages, shown);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static String rows(List<Mail> mails, String lang) {
        return mails.stream().map(mail -> row(mail, lang)).collect(Collectors.joining("\n"));
    }

    private static String row(Mail mail, String lang) {
        return "<tr><td class=\"subject\"><a href=\"/mails/%d?lang=%s\">%s</a></td><td>%s</td><td class=\"time\">%s</td></tr>"
                .formatted(
                        mail.number(),
                        lang,
                        Template.escape(mail.subject().isBlank() ? "–" : mail.subject()),
                        Template.escape(mail.to()),
                        MailView.TIME.format(mail.arrivedAt()));
    }

    private static String step(Request request, int number, Found found, String text) {
        return number < 1 || number > found.pages()
                ? ""
                : "<a href=\"%s\">%s</a>"
                        .formatted(
                                Template.escape(link(request, request.language().tag(), number)),
                                Template.escape(text));
    }

    private static String link(Request request, String lang, int page) {
        var words = request.parameter("q")
                .map(q -> "&q=" + URLEncoder.encode(q, UTF_8))
                .orElse("");
        return "/?lang=%s&page=%d%s".formatted(lang, page, words);
    }
}
