package jp.tenkyo.lifecycle.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another Java process with the tests' class path, spoken to by lines; it ends when its input does. */
final class ChildJvm implements AutoCloseable {

    /** Marks what a child says, among what it logs. */
    static final String SAYS = "SAYS ";

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final PrintStream toIt;
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.toIt = new PrintStream(process.getOutputStream(), true, UTF_8);
        Thread.ofPlatform().daemon().name("child-output").start(this::listen);
    }

    static ChildJvm start(Class<?> main, List<String> jvm, List<String> arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                        Stream.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m"),
                        Stream.of("--enable-native-access=ALL-UNNAMED"),
                        jvm.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), main.getName()),
                        arguments.stream())
                .flatMap(all -> all)
                .toList();
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void listen() {
        try (var output = new BufferedReader(process.inputReader(UTF_8))) {
            output.lines().forEach(line -> {
                lines.add(line);
                if (line.startsWith(SAYS)) {
                    said.add(line.substring(SAYS.length()));
                }
            });
        } catch (UncheckedIOException | IOException e) {
            // It was killed.
        }
    }

    /** The next thing it says. */
    String hears() throws InterruptedException {
        var line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(line).as(() -> String.join("\n", lines)).isNotNull();
        return line;
    }

    void tell(String line) {
        toIt.println(line);
    }

    /** kill -9: it gets no chance to finish anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
