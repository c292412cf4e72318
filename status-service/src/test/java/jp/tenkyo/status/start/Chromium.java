package jp.tenkyo.status.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, and axe to look at pages in it. */
final class Chromium implements AutoCloseable {

    private static final String SKIPPED =
            "SKIPPED: what a browser shows. No chromium, chromium-browser or google-chrome"
                    + " is on the PATH; install one to run this.";
    private static final double PATIENCE_MILLIS = 15_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String axe = script();

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** Skips the test, loudly, where there is none. */
    static Chromium start() {
        var executable = executable();
        if (executable.isEmpty()) {
            System.out.println(SKIPPED);
        }
        assumeTrue(executable.isPresent(), SKIPPED);
        return new Chromium(executable.orElseThrow());
    }

    private static Optional<Path> executable() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String script() {
        try (var in = requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"), "axe-core's jar has it")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of a browser that knows nothing yet. */
    Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        // Before the page's own, so that its content security policy says nothing of it.
        context.addInitScript(axe);
        return context.newPage();
    }

    /** What axe finds wrong: rule and place. */
    static List<?> violations(Page page) {
        return (List<?>) requireNonNull(page.evaluate("""
                () => axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.map(
                  violation => violation.id + ': ' + violation.nodes.map(node => node.html).join(' | ')))
                """));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
