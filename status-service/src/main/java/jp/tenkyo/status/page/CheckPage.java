package jp.tenkyo.status.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.status.issuers.Issuers;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the page: form, and the answer to what was asked. */
@Component
class CheckPage {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int KEY_DIGITS_SHOWN = 8;

    private final ITemplateEngine templates;
    private final Issuers issuers;

    CheckPage(ITemplateEngine templates, Issuers issuers) {
        this.templates = templates;
        this.issuers = issuers;
    }

    /**
     * What of the page's bundle answers: a head, why it is so, and what to do.
     *
     * @param tone {@code good}, {@code bad} or {@code unsure}; told by words as well, never by colour alone
     * @param reason what a revoked certificate's texts are named by; empty otherwise
     * @param since when it lost effect
     */
    private record Answer(String tone, String key, String reason, Optional<Instant> since) {

        static Answer of(String tone, String key) {
            return new Answer(tone, key, "", Optional.empty());
        }

        Map<String, String> texts(Locale locale) {
            var texts = new HashMap<>(Map.of(
                    "tone", tone, "head", key + ".head", "why", key + reason + ".why", "next", key + reason + ".now"));
            since.ifPresent(instant -> texts.put("since", inTokyo(instant, locale)));
            return texts;
        }
    }

    String html(Locale locale, Optional<Verdict> verdict, String issuerKeyId, String serial) {
        var values = new HashMap<String, Object>(
                Map.of("lang", locale.getLanguage(), "issuers", choices(), "issuer", issuerKeyId, "serial", serial));
        verdict.map(CheckPage::answer).map(answer -> answer.texts(locale)).ifPresent(values::putAll);
        return templates.process("check", new Context(locale, values));
    }

    /** Generations share a name, so the key tells them apart. */
    private List<Map<String, String>> choices() {
        return issuers.all().stream()
                .map(issuer -> Map.of(
                        "keyId",
                        issuer.keyId(),
                        "name",
                        issuer.subject() + " – " + issuer.keyId().substring(0, KEY_DIGITS_SHOWN)))
                .toList();
    }

    private static Answer answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Good() -> Answer.of("good", "good");
            case Verdict.Expired() -> Answer.of("bad", "expired");
            case Verdict.Unknown() -> Answer.of("unsure", "unknown");
            case Verdict.NotNow() -> Answer.of("unsure", "not-now");
            case Verdict.OnHold(var since) -> new Answer("bad", "hold", "", Optional.of(since));
            case Verdict.Revoked(var since, var reason) ->
                new Answer("bad", "revoked", "." + reason.standardName(), Optional.of(since));
            case Verdict.NotAsked(var problem) ->
                Answer.of(
                        "unsure",
                        "problem." + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    private static String inTokyo(Instant instant, Locale locale) {
        var pattern = locale.equals(Locale.JAPANESE) ? "uuuu年M月d日 HH:mm:ss" : "d MMMM uuuu, HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(TOKYO).format(instant);
    }
}
