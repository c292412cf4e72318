package jp.tenkyo.quickstart.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.tenkyo.quickstart.city.Truth;

/**
 * Whether what happened is what the rules say: reads what the services wrote and compares it with the city's truth.
 *
 * <p>The topics and the mail server must have been empty before the city was loaded.
 */
public final class Check {

    /** What comes after the last expected record and must not. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CheckSettings settings;
    private final Supplier<List<Mail>> mails;
    private final Supplier<Set<String>> refused;

    /**
     * @param mails all that the mail server took so far
     * @param refused event ids of the rows that the import refused, such as {@link RefusedRows} reads
     */
    public Check(CheckSettings settings, Supplier<List<Mail>> mails, Supplier<Set<String>> refused) {
        this.settings = settings;
        this.mails = mails;
        this.refused = refused;
    }

    /**
     * Waits until all is as it must be, at most as long as patience lasts, then a little longer for what must not come.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public Summary run(Truth truth) throws InterruptedException {
        var facts = new Facts();
        try (var reader = new FactsReader(settings, facts)) {
            var deadline = Instant.now().plus(settings.patience());
            reader.readToEnd();
            var summary = compared(truth, facts);
            while (!summary.passed() && Instant.now().isBefore(deadline)) {
                waitForMore(reader, deadline);
                summary = compared(truth, facts);
            }
            Thread.sleep(SETTLING);
            reader.readToEnd();
            return compared(truth, facts);
        }
    }

    /** Comparing costs seconds in a large city, so only when something new came, or at the end. */
    private static void waitForMore(FactsReader reader, Instant deadline) throws InterruptedException {
        while (!reader.readToEnd() && Instant.now().isBefore(deadline)) {
            Thread.sleep(PAUSE);
        }
    }

    private Summary compared(Truth truth, Facts facts) {
        return new Comparison(truth, facts, refused.get(), mails.get()).summary();
    }
}
