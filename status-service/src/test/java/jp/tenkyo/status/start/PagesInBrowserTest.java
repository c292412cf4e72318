package jp.tenkyo.status.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.table.Found;
import jp.tenkyo.status.table.RunningTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages for people, in a real browser, held against axe's rules. */
class PagesInBrowserTest {

    private static final String BAD_SERIAL = "not a serial";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static RunningService service;
    /** Serial numbers to ask for, by what is answered in English. */
    private static final Map<String, String> SERIALS = new LinkedHashMap<>();

    private static Path revokedFile;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        service = RunningService.start(folder, "--tenkyo.prober.enabled=true", "--tenkyo.lists.build-every=1s");
        var certificates = Stream.generate(service.second::holder).limit(6).toList();
        var good = Rows.good(id(certificates, 0), 1);
        var revoked = Rows.revoked(id(certificates, 1), 2);
        var held = Rows.hold(id(certificates, 2), 2);
        var expired = Rows.expired(id(certificates, 3), 2);
        var doubtful = Rows.good(id(certificates, 4), 1);
        service.commit(good, revoked, held, expired, doubtful);
        // The same version says something else: nobody is told anything of it.
        service.commit(Rows.hold(id(certificates, 4), 1));
        RunningTable.await(() -> assertThat(service.find(doubtful)).isEqualTo(new Found.InDoubt(doubtful.id())));
        RunningTable.await(
                () -> assertThat(service.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200));
        name("The certificate is good", good);
        name("The certificate has been revoked", revoked);
        name("The certificate is on hold", held);
        name("The certificate has expired", expired);
        name("No answer is possible right now", doubtful);
        SERIALS.put(
                "The certificate is not known",
                certificates.get(5).getSerialNumber().toString(16));
        SERIALS.put("This is not a serial number", BAD_SERIAL);
        revokedFile = TestCa.write(folder.resolve("revoked.pem"), certificates.get(1));
    }

    private static CertificateId id(List<X509Certificate> certificates, int number) {
        return service.second.id(certificates.get(number));
    }

    private static void name(String answer, StatusRow row) {
        SERIALS.put(answer, row.id().serial());
    }

    @AfterAll
    static void end() {
        if (service != null) {
            service.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void form_answers_and_errors_have_no_violations_in_either_language() {
        try (var page = chromium.page(new NewContextOptions())) {
            var complaints = complaints(page);
            for (var language : List.of("ja", "en")) {
                page.navigate(service.url("/check?lang=" + language));
                assertThat(Chromium.violations(page)).as("form, %s", language).isEmpty();
                SERIALS.forEach((answer, serial) -> {
                    ask(page, language, serial);
                    assertThat(Chromium.violations(page))
                            .as("%s, %s", answer, language)
                            .isEmpty();
                    if (language.equals("en")) {
                        assertThat(page.locator("#answer")).hasText(answer);
                        assertThat(page).hasTitle(answer + " – Is this certificate good?");
                    }
                });
            }
            // It logs every answer that is an error, such as 400 for what is no serial.
            assertThat(complaints)
                    .filteredOn(text -> !text.startsWith("Failed to load resource"))
                    .isEmpty();
        }
    }

    @Test
    void every_tone_of_an_answer_can_be_read_in_the_dark() {
        try (var page = chromium.page(new NewContextOptions().setColorScheme(ColorScheme.DARK))) {
            for (var answer :
                    List.of("The certificate is good", "The certificate is on hold", "The certificate is not known")) {
                ask(page, "en", serial(answer));
                assertThat(Chromium.violations(page)).as(answer).isEmpty();
            }
        }
    }

    private static void ask(Page page, String language, String serial) {
        page.navigate(service.url("/check?lang=" + language));
        page.locator("#issuer").selectOption(service.second.keyId());
        page.locator("#serial").fill(serial);
        page.locator("form:has(#serial) button").click();
        assertThat(page.locator("#answer")).isVisible();
    }

    /** What the browser itself complains of, such as something that the content security policy has kept out. */
    private static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        return complaints;
    }

    @Test
    void a_certificate_is_checked_by_keyboard_alone_and_the_focus_is_always_seen() {
        try (var page = chromium.page(new NewContextOptions())) {
            page.navigate(service.url("/check?lang=en"));
            var way = new ArrayList<String>();
            for (var step = 0; step < 7; step++) {
                page.keyboard().press("Tab");
                way.add(focused(page));
                assertThat(page.evaluate("""
                        () => { const style = getComputedStyle(document.activeElement), box = document.activeElement.getBoundingClientRect();
                                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.left >= 0 && box.width > 0 }
                        """)).as("seen: %s", way).isEqualTo(true);
            }
            assertThat(way)
                    .containsExactly("a skip", "a", "input#file", "button", "select#issuer", "input#serial", "button");

            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#issuer")).hasValue(service.second.keyId());
            page.keyboard().press("Tab");
            page.keyboard().type(serial("The certificate has been revoked"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#answer")).hasText("The certificate has been revoked");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("revoked");
        }
    }

    private static String serial(String answer) {
        return SERIALS.getOrDefault(answer, "");
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("""
                () => { const at = document.activeElement;
                        return at.localName + (at.id ? '#' + at.id : '') + (at.className ? ' ' + at.className : '') }
                """));
    }

    @Test
    void in_a_narrow_window_the_form_fits_and_the_first_stop_leads_past_what_comes_on_every_page() {
        try (var page = chromium.page(new NewContextOptions().setViewportSize(320, 640))) {
            page.navigate(service.url("/check?lang=ja"));
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(service.url("/check?lang=ja#main"));
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("input#file");
        }
    }

    @Test
    void without_scripts_a_certificate_is_checked_by_its_file_and_the_language_is_changed() {
        try (var page = chromium.page(new NewContextOptions().setJavaScriptEnabled(false))) {
            page.navigate(service.url("/check"));
            page.locator("nav a").click();
            assertThat(page.locator("h1")).not().hasText("");
            page.navigate(service.url("/check?lang=ja"));
            page.locator("#file").setInputFiles(revokedFile);
            page.locator("form:has(#file) button").click();
            assertThat(page.locator("#answer")).hasText("この電子証明書は失効しています");
            page.navigate(service.url("/agreement?lang=en"));
            assertThat(page.locator("tbody tr")).hasCount(5);
        }
    }

    @Test
    void the_page_of_agreement_has_no_violations_is_walked_by_keyboard_and_fits_a_narrow_window() {
        RunningTable.await(() -> assertThat(service.text("/agreement?lang=en")).contains("<td>agrees</td>"));
        try (var page = chromium.page(new NewContextOptions().setViewportSize(320, 640))) {
            var complaints = complaints(page);
            for (var language : List.of("ja", "en")) {
                page.navigate(service.url("/agreement?lang=" + language));
                assertThat(Chromium.violations(page)).as(language).isEmpty();
                assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("the table scrolls by itself, %s", language)
                        .isEqualTo(true);
            }
            var way = new ArrayList<String>();
            for (var step = 0; step < 4; step++) {
                page.keyboard().press("Tab");
                way.add(focused(page));
            }
            assertThat(way).containsExactly("a skip", "a", "div scroll", "a");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(service.url("/agreement?lang=en"));
            assertThat(complaints).isEmpty();
        }
    }
}
