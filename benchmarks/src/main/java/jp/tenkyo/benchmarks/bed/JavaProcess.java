package jp.tenkyo.benchmarks.bed;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tenkyo.stack.DiesWithParent;

/** A Java process started by this one; it ends with it, however this one ends. What it says goes to a log file. */
public final class JavaProcess implements AutoCloseable {

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int LOG_LINES_SHOWN = 25;
    private static final double NANOS = 1e9;
    private static final long KIB = 1024;

    private final String name;
    private final Process process;
    private final Path log;
    private final Optional<ProcessHandle> helper;

    private JavaProcess(String name, Process process, Path log, Optional<ProcessHandle> helper) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.helper = helper;
    }

    /** The same, together with another process that it has started: the processor time of both counts as its own. */
    public JavaProcess with(ProcessHandle other) {
        return new JavaProcess(name, process, log, Optional.of(other));
    }

    /**
     * @param logFolder gets {@code <name>.log}
     * @param classPath jars and folders; without {@link DiesWithParent}, which is added
     * @param command main class and its arguments
     */
    static JavaProcess start(String name, Path logFolder, List<String> jvm, String classPath, List<String> command)
            throws IOException {
        var log = logFolder.resolve(name + ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var whole = Stream.of(
                        Stream.of(java),
                        jvm.stream(),
                        Stream.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
                        Stream.of("-cp", placeOf(DiesWithParent.class) + File.pathSeparator + classPath),
                        Stream.of(DiesWithParent.class.getName()),
                        command.stream())
                .flatMap(part -> part)
                .toList();
        var process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new JavaProcess(name, process, log, Optional.empty());
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Processor time that it has taken so far, on all cores together. */
    public Duration processorTime() {
        return Stream.concat(
                        Stream.of(process.toHandle()),
                        helper.stream().flatMap(one -> Stream.concat(Stream.of(one), one.descendants())))
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Time that its JVM has spent on compiling so far; while that grows quickly, it is not warm.
     *
     * @throws IOException if there is no JDK's jcmd, or it does not answer
     */
    public Duration compileTime() throws IOException, InterruptedException {
        var counters = new Properties();
        counters.load(new StringReader(ask(jdkTool("jcmd"), Long.toString(process.pid()), "PerfCounter.print")));
        var ticks = counters.getProperty("java.ci.totalTime");
        var ticksPerSecond = counters.getProperty("sun.os.hrt.frequency");
        if (ticks == null || ticksPerSecond == null) {
            throw new IOException("jcmd does not say how long " + name + " has compiled");
        }
        return Duration.ofNanos((long) (Double.parseDouble(ticks) / Double.parseDouble(ticksPerSecond) * NANOS));
    }

    /**
     * Bytes of the objects on its heap that are in use; collects garbage first.
     *
     * @throws IOException if there is no JDK's jcmd, or it does not answer
     */
    public long heapBytes() throws IOException, InterruptedException {
        var total = ask(jdkTool("jcmd"), Long.toString(process.pid()), "GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd does not say what is on the heap of " + name));
        return Long.parseLong(total.substring(total.lastIndexOf(' ') + 1));
    }

    /**
     * Memory that it has, whatever for.
     *
     * @throws IOException if there is no ps, or it does not answer
     */
    public long residentBytes() throws IOException, InterruptedException {
        return Long.parseLong(ask("ps", "-o", "rss=", "-p", Long.toString(process.pid()))
                        .strip())
                * KIB;
    }

    private static String jdkTool(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static String ask(String... command) throws IOException, InterruptedException {
        var asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var answer = asked.inputReader()) {
            return answer.readAllAsString();
        } finally {
            asked.waitFor();
        }
    }

    /** @throws IllegalStateException if it has ended; with the end of its log */
    public void failIfEnded() {
        if (!process.isAlive()) {
            throw problem("ended with status " + process.exitValue());
        }
    }

    /** What follows the prefix on the first line that has it. */
    public String awaitLine(String prefix, Duration within) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (true) {
            var found = line(prefix);
            if (found.isPresent()) {
                return found.get();
            }
            failIfEnded();
            if (System.nanoTime() > deadline) {
                throw problem("is not ready after " + within.toSeconds() + " s");
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private Optional<String> line(String prefix) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .findFirst();
        }
    }

    /** What to say when it does not do what it should. */
    public IllegalStateException problem(String how) {
        try {
            var lines = Files.readAllLines(log);
            var tail = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
            return new IllegalStateException(
                    "%s %s. Its log ends:%n%s".formatted(name, how, String.join(System.lineSeparator(), tail)));
        } catch (IOException e) {
            return new IllegalStateException(name + " " + how + ", and left no log", e);
        }
    }

    /** Ends it at once, as a machine that fails does, and returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it stand still as it is, until {@link #goOn}: its connections stay, and nobody answers. */
    public void standStill() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** After {@link #standStill}. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var sent = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start();
        if (sent.waitFor() != 0) {
            throw new IOException("Signal " + signal + " cannot be sent to " + name);
        }
    }

    /** Stops it, by force where asking does not help, and returns when it is gone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
