package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.tenkyo.quickstart.check.Check;
import jp.tenkyo.quickstart.check.CheckSettings;
import jp.tenkyo.quickstart.check.RefusedRows;
import jp.tenkyo.quickstart.check.Summary;
import jp.tenkyo.quickstart.city.City;
import jp.tenkyo.schemas.Topic;

/**
 * A day in the city: its residents' certificates are loaded, its changes imported, its new certificates registered, and
 * at last all is compared with what the rules say. Each part is decided before the next begins; what the day must lead
 * to hangs on that.
 */
final class CityDay {

    private static final Duration IMPORT_WITHIN = Duration.ofMinutes(5);
    private static final Duration MAILED_WITHIN = Duration.ofSeconds(90);

    private final City city;
    private final DataFolder data;
    private final Stack stack;
    private final Progress progress;
    private final Console console;
    private final Loading loading;
    private final Set<Path> refusedFiles = new HashSet<>();

    CityDay(City city, DataFolder data, Stack stack, Progress progress, Console console) {
        this.city = city;
        this.data = data;
        this.stack = stack;
        this.progress = progress;
        this.console = console;
        this.loading = new Loading(stack, progress, console);
    }

    Summary play() throws Exception {
        try (var sender =
                new Sender(stack.endpoints().kafka(), stack.endpoints().registry())) {
            load(sender);
            importDay();
            registerNew(sender);
        }
        return check();
    }

    private void load(Sender sender) throws Exception {
        progress.enter(Phase.GENERATING);
        loading.load(sender, city.registrations().count(), city.population());
    }

    private void importDay() throws Exception {
        progress.enter(Phase.IMPORTING);
        for (var file : city.writeDayFiles(data.day())) {
            console.step("imported", () -> {
                importFile(file);
                return file.getFileName();
            });
        }
    }

    private void importFile(Path file) throws IOException, InterruptedException {
        var refused = file.resolveSibling(file.getFileName().toString().replace(".csv", "") + ".refused.csv");
        refusedFiles.add(refused);
        try (var running = stack.services().startImport(file, refused)) {
            if (!running.process().waitFor(IMPORT_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw running.problem("does not end");
            }
            if (running.process().exitValue() > 1) {
                throw running.problem("ended with status " + running.process().exitValue());
            }
        }
        awaitSettled(Topic.RESIDENT_CHANGES);
    }

    private void registerNew(Sender sender) throws Exception {
        progress.enter(Phase.WAITING);
        console.step("new certificates", () -> {
            var before = loading.requestsDecided();
            var sent = sender.sendRequests(city.requestsAfterImport(), ignored -> {});
            try (var bar = new Bar("registering", before + sent, progress)) {
                loading.awaitAll(before + sent, loading::requestsDecided, bar);
            }
            return "%,d".formatted(sent);
        });
    }

    private Summary check() throws InterruptedException {
        progress.enter(Phase.CHECKING);
        var truth = city.truth();
        console.say(
                "  Reminders go out at %s; then all is checked …".formatted(Console.timeOfDay(truth.remindersAt())));
        var until = truth.remindersAt().isAfter(Instant.now()) ? truth.remindersAt() : Instant.now();
        var patience = Duration.between(Instant.now(), until).plus(MAILED_WITHIN);
        var settings =
                new CheckSettings(stack.endpoints().kafka(), stack.endpoints().registry(), patience);
        return new Check(settings, () -> stack.mails().ledger(), this::refused).run(truth);
    }

    private Set<String> refused() {
        var all = new HashSet<String>();
        for (var file : refusedFiles) {
            all.addAll(RefusedRows.eventIdsIn(file));
        }
        return all;
    }

    /** Until every record of the topic that is there has its outcome, and none has come for a while. */
    private void awaitSettled(Topic input) throws InterruptedException {
        var quiet = new Quiet();
        while (!quiet.over(List.of(
                stack.tally().count("records." + input.topicName()),
                stack.tally().outcomesOf(input)))) {
            stack.services().failIfEnded();
            Thread.sleep(Loading.PAUSE);
        }
    }

    /**
     * Counts that no longer change: sent and decided, equal for a second, or different for as long as patience lasts.
     */
    private static final class Quiet {

        private static final Duration EQUAL_FOR = Duration.ofSeconds(1);

        private List<Long> last = List.of();
        private long since = System.nanoTime();

        boolean over(List<Long> counts) {
            if (!counts.equals(last)) {
                last = counts;
                since = System.nanoTime();
            }
            var settled = counts.getFirst().equals(counts.getLast());
            return System.nanoTime() - since > (settled ? EQUAL_FOR : Loading.STANDSTILL_MAX).toNanos();
        }
    }
}
