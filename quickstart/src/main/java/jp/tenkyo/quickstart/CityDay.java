package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration STANDSTILL_MAX = Duration.ofSeconds(90);
    private static final Duration IMPORT_WITHIN = Duration.ofMinutes(5);
    private static final Duration MAILED_WITHIN = Duration.ofSeconds(90);

    private final City city;
    private final DataFolder data;
    private final Stack stack;
    private final Progress progress;
    private final Console console;
    private final Set<Path> refusedFiles = new HashSet<>();

    CityDay(City city, DataFolder data, Stack stack, Progress progress, Console console) {
        this.city = city;
        this.data = data;
        this.stack = stack;
        this.progress = progress;
        this.console = console;
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
        var total = city.registrations().count();
        progress.enter(Phase.LOADING);
        console.step("residents loaded", () -> {
            var contacts = sender.sendContactPoints(city.contactPoints());
            try (var bar = new Bar("loading", total, progress)) {
                sender.sendRequests(city.registrations(), sent -> bar.reached(requestsDecided()));
                awaitAll(total, this::requestsDecided, bar);
            }
            return "%,d certificates, %,d addresses".formatted(total, contacts);
        });
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
            var before = requestsDecided();
            var sent = sender.sendRequests(city.requestsAfterImport(), ignored -> {});
            try (var bar = new Bar("registering", before + sent, progress)) {
                awaitAll(before + sent, this::requestsDecided, bar);
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

    private long requestsDecided() {
        return stack.tally().outcomesOf(Topic.CERTIFICATE_REQUESTS);
    }

    private void awaitAll(long total, LongSupplier done, Bar bar) throws InterruptedException {
        var reached = done.getAsLong();
        var since = System.nanoTime();
        while (reached < total) {
            stack.services().failIfEnded();
            Thread.sleep(PAUSE);
            var now = done.getAsLong();
            if (now != reached) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STANDSTILL_MAX.toNanos()) {
                throw stack.services().standsStill("%,d of %,d inputs decided".formatted(reached, total));
            }
            reached = now;
            bar.reached(reached);
        }
    }

    /** Until every record of the topic that is there has its outcome, and none has come for a while. */
    private void awaitSettled(Topic input) throws InterruptedException {
        var quiet = new Quiet();
        while (!quiet.over(List.of(
                stack.tally().count("records." + input.topicName()),
                stack.tally().outcomesOf(input)))) {
            stack.services().failIfEnded();
            Thread.sleep(PAUSE);
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
            return System.nanoTime() - since > (settled ? EQUAL_FOR : STANDSTILL_MAX).toNanos();
        }
    }
}
