package jp.tenkyo.status.prober;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import jp.tenkyo.status.prober.core.Delays;
import jp.tenkyo.status.prober.core.Standing;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes how all channels stand, for people. */
final class AgreementPage {

    private static final double MILLIS = 1_000;

    private final ITemplateEngine templates;

    AgreementPage(ITemplateEngine templates) {
        this.templates = templates;
    }

    String html(Locale locale, List<Standing> standing) {
        var worst = standing.stream().map(Standing::state).max(Enum::compareTo).orElse(Standing.State.NOTHING_YET);
        return templates.process(
                "agreement",
                new Context(
                        locale,
                        Map.of(
                                "lang",
                                locale.getLanguage(),
                                "worst",
                                key(worst),
                                "lines",
                                standing.stream().map(one -> line(one, locale)).toList())));
    }

    /** A line of the table: texts that are ready to be read, and the ends of keys. */
    private static Map<String, String> line(Standing standing, Locale locale) {
        return Map.of(
                "channel",
                standing.channel().tag(),
                "state",
                key(standing.state()),
                "disagreement",
                seconds(standing.disagreement(), locale),
                "notAnswering",
                seconds(standing.notAnswering(), locale),
                "watched",
                Integer.toString(standing.watched()),
                "measured",
                Integer.toString(standing.delays().map(Delays::count).orElse(0)),
                "p50",
                delay(standing, Delays::p50, locale),
                "p99",
                delay(standing, Delays::p99, locale),
                "longest",
                delay(standing, Delays::longest, locale));
    }

    private static String key(Standing.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String delay(Standing standing, Function<Delays, Duration> which, Locale locale) {
        return standing.delays().map(which).map(delay -> seconds(delay, locale)).orElse("–");
    }

    private static String seconds(Duration duration, Locale locale) {
        return String.format(locale, "%,.3f", duration.toMillis() / MILLIS);
    }
}
