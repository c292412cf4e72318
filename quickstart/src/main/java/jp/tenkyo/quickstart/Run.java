package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.tenkyo.quickstart.check.Summary;

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
        return settings.hasCity() && !Files.exists(data.played()) ? withDay(data) : withoutDay(data);
    }

    private int withoutDay(DataFolder data) throws Exception {
        var stack = start(data, List.of());
        if (Files.exists(data.played())) {
            console.say("  The data folder holds %s, played already; --fresh makes a new one."
                    .formatted(Files.readString(data.played())));
        }
        progress.enter(Phase.RUNNING);
        return untilSignal(stack.endpoints());
    }

    private int withDay(DataFolder data) throws Exception {
        Files.writeString(data.playing(), "");
        var plan = CityPlan.forToday(settings, InstantSource.system(), console);
        var stack = start(data, List.of("--tenkyo.reminders.at=" + plan.remindersAt()));
        console.say("  Look at " + stack.endpoints().startPage() + " while the city lives its day.");
        var summary = new CityDay(plan.city(), data, stack, progress, console).play();
        WholeFile.write(data.summary(), summary.json());
        console.say("\n" + summary.table());
        Files.writeString(data.played(), played(plan));
        Files.delete(data.playing());
        progress.enter(Phase.RUNNING);
        return settings.exit() ? statusOf(summary) : untilSignal(stack.endpoints());
    }

    private static int statusOf(Summary summary) {
        return summary.passed() ? OK : NOT_BY_THE_RULES;
    }

    private String played(CityPlan plan) {
        return "a city of %,d residents (seed %d, %s)"
                .formatted(
                        settings.residents(),
                        settings.seed(),
                        plan.city().settings().today());
    }

    private Stack start(DataFolder data, List<String> lifecycleSettings) throws Exception {
        var stack = Stack.start(settings, lifecycleSettings, parts, progress, console);
        stack.endpoints().write(data.endpoints());
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
            throw new CannotRunException("A day has been played in %s already. Add --fresh to --exit to play it anew."
                    .formatted(data.root()));
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
