package jp.tenkyo.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.quickstart.page.Answer;
import jp.tenkyo.quickstart.page.Language;
import jp.tenkyo.quickstart.page.Template;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The business clock of a simulation on the start page: what it shows, and a form that sets it on. */
final class ClockForm {

    private static final Logger LOG = LoggerFactory.getLogger(ClockForm.class);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final BusinessClock clock;
    private final Template template = Template.named("clock.html");

    ClockForm(BusinessClock clock) {
        this.clock = clock;
    }

    /** @param refused whether the last try to set it was refused */
    String html(Language language, boolean refused) {
        var shown = look();
        return template.fill(
                language,
                Map.of(
                        "lang",
                        language.tag(),
                        "now",
                        shown.map(one -> one.now().toString()).orElse(""),
                        "shown",
                        text(shown),
                        "state",
                        language.text(
                                shown.filter(BusinessClock.Shown::caughtUp).isPresent()
                                        ? "clock.caught-up"
                                        : "clock.behind"),
                        "next",
                        shown.map(one -> inTokyo(one.now())
                                        .toLocalDate()
                                        .plusDays(1)
                                        .toString())
                                .orElse(""),
                        "refused",
                        refused ? language.text("clock.refused") : ""));
    }

    /** As shown to people: date and time in Tokyo. */
    String text() {
        return text(look());
    }

    private static String text(Optional<BusinessClock.Shown> shown) {
        return shown.map(one -> SHOWN.format(inTokyo(one.now()))).orElse("–");
    }

    /** Sets it on by a day, or to 09:00 of a date, and leads back to the page. */
    Answer set(Language language, String form) {
        var refused = "";
        try {
            clock.set(wanted(form));
        } catch (IOException | DateTimeException e) {
            LOG.info("The clock was not set: {}", e.getMessage());
            refused = "&clock=refused";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refused = "&clock=refused";
        }
        return Answer.seeOther("/?lang=%s%s#clock".formatted(language.tag(), refused));
    }

    private Instant wanted(String form) throws IOException, InterruptedException {
        var to = parameter(form, "to");
        return to.isPresent()
                ? LocalDate.parse(to.get())
                        .atTime(Play.Year.STOPS_AT)
                        .atZone(Play.TOKYO)
                        .toInstant()
                : inTokyo(clock.look().now()).plusDays(1).toInstant();
    }

    private Optional<BusinessClock.Shown> look() {
        try {
            return Optional.of(clock.look());
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static ZonedDateTime inTokyo(Instant instant) {
        return instant.atZone(Play.TOKYO);
    }

    private static Optional<String> parameter(String form, String name) {
        return Arrays.stream(form.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
