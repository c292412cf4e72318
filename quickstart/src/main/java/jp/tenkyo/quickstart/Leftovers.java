package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes that a run started, written down so that the next run can end what a killed one left behind. A process
 * counts as ours only if its id and the instant of its start are both those written down: ids are used again.
 */
final class Leftovers {

    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

    private Leftovers() {}

    /** Writes down all that descends from this process. */
    static void record(Path file) throws IOException {
        var lines = ProcessHandle.current()
                .descendants()
                .flatMap(process -> line(process).stream())
                .toList();
        Files.write(file, lines);
    }

    /** Ends what is written down and still runs. Returns how many that were. */
    static int end(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        var left = Files.readAllLines(file).stream()
                .flatMap(line -> stillRunning(line).stream())
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(left);
        Files.delete(file);
        return left.size();
    }

    /** Ends all that descends from this process, at once. */
    static void endDescendants() {
        var left = ProcessHandle.current().descendants().toList();
        left.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(left);
    }

    private static Optional<String> line(ProcessHandle process) {
        return process.info().startInstant().map(start -> process.pid() + " " + start);
    }

    private static Optional<ProcessHandle> stillRunning(String line) {
        var parts = line.split(" ", 2);
        var start = Instant.parse(parts[1]);
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> process.info().startInstant().equals(Optional.of(start)));
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        for (var process : processes) {
            try {
                process.onExit().get(GONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                throw new CannotRunException(
                        "Process %d of an earlier run does not end. End it by hand.".formatted(process.pid()), e);
            }
        }
    }
}
