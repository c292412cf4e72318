package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One run, from an empty machine back to an empty machine. */
final class Run {

    private static final int OK = 0;
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
        var stack = Stack.start(settings, parts, progress, console);
        stack.endpoints().write(data.endpoints());
        parts.keep(() -> Files.deleteIfExists(data.endpoints()));
        progress.enter(Phase.RUNNING);
        showWhereToLook(stack.endpoints());
        new CountDownLatch(1).await();
        return OK;
    }

    private void forgetWhatIsNotWanted(DataFolder data) throws IOException {
        if (settings.fresh() || !data.isUsable()) {
            data.clear();
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
