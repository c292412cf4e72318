package jp.tenkyo.status.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.page.Verdict.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The page as a whole for every answer in both languages. After a wanted change, write the files anew with
 * {@code -Dtenkyo.golden=write} and read the difference.
 */
class CheckPageTest {

    private static final Path GOLDEN = Path.of("src/test/resources/check");
    private static final String KEY_ID = "00112233445566778899aabbccddeeff00112233";
    private static final Instant SINCE = Instant.parse("2026-11-22T03:04:05.678Z");

    private final CheckPage page = page();

    private static CheckPage page() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("page/texts");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.setTemplateResolver(files);
        var issuer = new Issuer(KEY_ID, TestCa.fixed().certificate());
        return new CheckPage(engine, new Issuers(List.of(issuer)));
    }

    private record Case(String name, Optional<Verdict> verdict) {}

    private static Stream<Case> cases() {
        var cases = new ArrayList<>(List.of(
                new Case("form", Optional.empty()),
                of("good", new Verdict.Good()),
                of("hold", new Verdict.OnHold(SINCE)),
                of("expired", new Verdict.Expired()),
                of("unknown", new Verdict.Unknown()),
                of("not-now", new Verdict.NotNow())));
        Arrays.stream(Reason.values())
                .map(reason -> of("revoked-" + reason.standardName(), new Verdict.Revoked(SINCE, reason)))
                .forEach(cases::add);
        Arrays.stream(Problem.values())
                .map(problem -> of(
                        "problem-" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        new Verdict.NotAsked(problem)))
                .forEach(cases::add);
        return cases.stream();
    }

    private static Case of(String name, Verdict verdict) {
        return new Case(name, Optional.of(verdict));
    }

    @TestFactory
    Stream<DynamicTest> every_answer_reads_as_it_was_agreed() {
        return cases().flatMap(each -> Stream.of(Locale.JAPANESE, Locale.ENGLISH)
                .map(locale -> golden(
                        "%s.%s.html".formatted(each.name(), locale.getLanguage()),
                        page.html(locale, each.verdict(), KEY_ID, "6f000001"))));
    }

    private static DynamicTest golden(String name, String html) {
        return DynamicTest.dynamicTest(name, () -> {
            if ("write".equals(System.getProperty("tenkyo.golden"))) {
                write(GOLDEN.resolve(name), html);
            }
            assertThat(html).isEqualTo(Files.readString(GOLDEN.resolve(name), UTF_8));
        });
    }

    private static void write(Path file, String html) throws IOException {
        Files.createDirectories(GOLDEN);
        Files.writeString(file, html);
    }

    @Test
    void what_somebody_typed_is_never_markup() {
        assertThat(page.html(Locale.ENGLISH, Optional.empty(), "", "\"><script>alert(1)</script>"))
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"")
                .doesNotContain("<script");
    }

    @Test
    void no_text_is_missing_in_either_language() {
        assertThat(cases().flatMap(each -> Stream.of(Locale.JAPANESE, Locale.ENGLISH)
                        .map(locale -> page.html(locale, each.verdict(), "", ""))))
                // Thymeleaf writes a text that is missing as its key between question marks.
                .noneMatch(html -> html.contains("??"));
    }
}
