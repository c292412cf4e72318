package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process started by this one, whose output goes to a log file of its own. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(15);

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** @param logFolder gets {@code <name>.log}, which is written anew */
    public static ChildProcess start(String name, List<String> command, Path logFolder) throws IOException {
        Files.createDirectories(logFolder);
        var log = logFolder.resolve(name + ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ChildProcess(name, process, log);
    }

    public Process process() {
        return process;
    }

    /** What to say when it failed, with the end of its log. */
    public CannotRunException problem(String how) {
        return new CannotRunException("%s %s. Its log (%s) ends:%n%s".formatted(name, how, log, LogTail.of(log)));
    }

    /** Asks it to stop, without waiting. */
    public void askToStop() {
        process.destroy();
    }

    /** Stops it, by force where asking does not help, and returns when it is gone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
