package jp.tenkyo.quickstart;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import jp.tenkyo.quickstart.city.Keyed;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/** Loads what a city's residents hold, waits until all of it is decided, and lets the rest of the stack begin. */
final class Loading {

    static final Duration PAUSE = Duration.ofMillis(100);
    static final Duration STANDSTILL_MAX = Duration.ofSeconds(90);

    private final Stack stack;
    private final Progress progress;
    private final Console console;

    Loading(Stack stack, Progress progress, Console console) {
        this.stack = stack;
        this.progress = progress;
        this.console = console;
    }

    /** @param total requests in the population */
    void load(Sender sender, long total, Stream<Keyed<? extends SpecificRecord>> population) throws Exception {
        progress.enter(Phase.LOADING);
        console.step("residents loaded", () -> {
            try (var bar = new Bar("loading", total, progress)) {
                var sent = sender.sendPopulation(population, soFar -> bar.reached(requestsDecided()));
                awaitAll(total, this::requestsDecided, bar);
                return "%,d certificates, %,d addresses".formatted(total, sent - total);
            }
        });
        stack.complete(console);
    }

    long requestsDecided() {
        return stack.tally().outcomesOf(Topic.CERTIFICATE_REQUESTS);
    }

    void awaitAll(long total, LongSupplier done, Bar bar) throws InterruptedException {
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
}
