package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.tenkyo.quickstart.city.City;
import jp.tenkyo.quickstart.city.CitySettings;
import jp.tenkyo.quickstart.city.CityYear;
import jp.tenkyo.quickstart.city.YearSettings;
import jp.tenkyo.quickstart.year.YearPage;

/** One run, from an empty machine back to an empty machine. */
final class Run {

    private static final int OK = 0;
    private static final int NOT_BY_THE_RULES = 1;
    private static final Duration LETS_GO_WITHIN = Duration.ofSeconds(10);

    private final Settings settings;
    private final Console console;
    private final Parts parts = new Parts();
    private final Progress progress = new Progress();
    private final CountDownLatch ended = new CountDownLatch(1);

    Run(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Returns the exit status: when the day was played, if that was asked for, else never but by a signal. */
    int untilStopped() throws Exception {
        stopOnSignal(Thread.currentThread());
        try {
            return inDataFolder();
        } finally {
            parts.close();
            ended.countDown();
        }
    }

    private int inDataFolder() throws Exception {
        var data = settings.data();
        parts.keep(RunLock.take(data));
        Files.deleteIfExists(data.endpoints());
        if (Leftovers.end(data.processes()) > 0) {
            console.say("  Ended processes that an earlier run had left behind.");
        }
        forgetWhatIsNotWanted(data);
        console.say("Starting Tenkyo; data and logs in " + data.root());
        // The first time its keys are made, which takes seconds.
        console.step("test CA", () -> CityIssuers.make(data));
        return settings.hasCity() && !Files.exists(data.played()) ? withCity(data) : withoutDay(data);
    }

    private int withoutDay(DataFolder data) throws Exception {
        var clock = settings.play().clock();
        if (!Files.exists(data.simulated()) && clock.isPresent()) {
            Files.writeString(data.simulated(), clock.get().toString());
        }
        var stack = start(data, found(data));
        stack.complete(console);
        if (Files.exists(data.played())) {
            console.say("  The data folder holds %s, played already; --fresh makes a new one."
                    .formatted(Files.readString(data.played())));
        }
        progress.enter(Phase.RUNNING);
        return untilSignal(stack.endpoints());
    }

    /** What was begun with a clock that is driven by hand goes on with it. */
    private static ServiceSettings found(DataFolder data) throws IOException {
        return Files.exists(data.simulated())
                ? ServiceSettings.USUAL.simulatedFrom(Instant.parse(Files.readString(data.simulated())))
                : ServiceSettings.USUAL;
    }

    /** What came of playing, and where the stack is that goes on running. */
    private record Played(Stack stack, boolean right, String what) {}

    private int withCity(DataFolder data) throws Exception {
        Files.writeString(data.playing(), "");
        var played =
                switch (settings.play()) {
                    case Play.Today() -> playDay(data);
                    case Play.Simulation simulation -> load(data, simulation);
                    case Play.Year year -> playYear(data, year);
                };
        Files.writeString(data.played(), played.what());
        Files.delete(data.playing());
        progress.enter(Phase.RUNNING);
        return settings.exit() ? statusOf(played) : untilSignal(played.stack().endpoints());
    }

    private Played playDay(DataFolder data) throws Exception {
        var plan = CityPlan.forToday(settings, CityIssuers.in(data), InstantSource.system(), console);
        var stack = start(data, ServiceSettings.USUAL.toLifecycle("--tenkyo.reminders.at=" + plan.remindersAt()));
        console.say("  Look at " + stack.endpoints().startPage() + " while the city lives its day.");
        var summary = new CityDay(plan.city(), data, stack, progress, console).play();
        WholeFile.write(data.summary(), summary.json());
        console.say("\n" + summary.table());
        return new Played(
                stack, summary.passed(), city(plan.city().settings().today().toString()));
    }

    private Played load(DataFolder data, Play.Simulation simulation) throws Exception {
        var stack = startSimulated(data, simulation.start(), ServiceSettings.USUAL);
        var city = City.generate(CitySettings.of(settings.residents(), settings.seed(), simulation.today())
                .withIssuers(CityIssuers.in(data)));
        try (var sender =
                new Sender(stack.endpoints().kafka(), stack.endpoints().registry())) {
            new Loading(stack, progress, console)
                    .load(sender, city.registrations().count(), city.population());
        }
        console.say("  The clock stands at %s until it is set on, on the start page or by POST %s/clock."
                .formatted(
                        simulation.start().atZone(Play.TOKYO).toOffsetDateTime(),
                        stack.endpoints().lifecycle()));
        return new Played(stack, true, city("simulated from " + simulation.today()));
    }

    private Played playYear(DataFolder data, Play.Year play) throws Exception {
        progress.enter(Phase.GENERATING);
        var issuers = CityIssuers.in(data);
        var city = console.step(
                "year made up",
                () -> new CityOfYear(CityYear.generate(
                        new YearSettings(settings.residents(), settings.seed(), play.first(), play.last(), issuers))));
        var stack = startSimulated(
                data,
                play.clock().orElseThrow(),
                // Every day waits for its mails.
                ServiceSettings.USUAL.toNotifier("--tenkyo.mail.rest-between-rounds=20ms"));
        console.say("  Look at " + stack.endpoints().startPage() + " while the city lives its year.");
        try (var clock = new BusinessClock(stack.endpoints().lifecycle())) {
            var report = new YearPlay(city.year(), stack, clock, progress, console).play();
            WholeFile.write(data.year(), report.json());
            WholeFile.write(data.yearPage(), new YearPage(report).html());
            console.say("\n" + report.text());
            console.say("  Figures and plots: %s, %s, %s/year"
                    .formatted(data.year(), data.yearPage(), stack.endpoints().startPage()));
            return new Played(stack, report.passed(), city(play.first() + " to " + play.last()));
        }
    }

    /** Says how large it is where it is told. */
    private record CityOfYear(CityYear year) {
        @Override
        public String toString() {
            return "%,d inputs on %d days"
                    .formatted(
                            year.days().values().stream().mapToInt(List::size).sum(),
                            year.days().size());
        }
    }

    private static int statusOf(Played played) {
        return played.right() ? OK : NOT_BY_THE_RULES;
    }

    private String city(String when) {
        return "a city of %,d residents (seed %d, %s)".formatted(settings.residents(), settings.seed(), when);
    }

    private Stack startSimulated(DataFolder data, Instant start, ServiceSettings others) throws Exception {
        Files.writeString(data.simulated(), start.toString());
        return start(data, others.simulatedFrom(start));
    }

    private Stack start(DataFolder data, ServiceSettings serviceSettings) throws Exception {
        var stack = Stack.start(settings, serviceSettings, CityIssuers.in(data), parts, progress, console);
        parts.keep(() -> Files.deleteIfExists(data.endpoints()));
        return stack;
    }

    private int untilSignal(Endpoints endpoints) throws InterruptedException {
        showWhereToLook(endpoints);
        new CountDownLatch(1).await();
        return OK;
    }

    private void forgetWhatIsNotWanted(DataFolder data) throws IOException {
        if (settings.fresh() || !data.isUsable()) {
            data.clear();
        } else if (settings.exit()) {
            throw new CannotRunException(
                    "%s holds what was played already. Add --fresh to --exit to play it anew.".formatted(data.root()));
        } else if (settings.hasCity() && !Files.exists(data.played())) {
            throw new CannotRunException("""
                    %s holds what an empty city was sent. Go on with it by --residents 0, forget it by --fresh, or \
                    choose another folder by --data.""".formatted(data.root()));
        }
    }

    private void showWhereToLook(Endpoints endpoints) {
        console.say("""

                Running. Open

                  start page   %s
                  mailbox      %s

                Stop with Ctrl-C.""".formatted(endpoints.startPage(), endpoints.mailbox()));
    }

    /**
     * A signal may come at any time, also while parts are being started: first nothing new is let in and the run is
     * made to let go, then all parts are stopped, last whatever process is left.
     */
    private void stopOnSignal(Thread run) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            if (ended.getCount() == 0) {
                return;
            }
            console.say("\nStopping …");
            parts.refuseNew();
            run.interrupt();
            awaitEnd();
            parts.close();
            Leftovers.endDescendants();
        }));
    }

    private void awaitEnd() {
        try {
            if (!ended.await(LETS_GO_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                console.say("  Something takes long to stop …");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
