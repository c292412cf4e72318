package jp.tenkyo.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import jp.tenkyo.stack.DiesWithParent;

/** The launcher in a process of its own, as somebody starts it, with stand-ins for the services. */
final class QuickstartProcess implements AutoCloseable {

    private static final Duration WITHIN = Duration.ofMinutes(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Process process;
    private final Path output;
    private final List<ProcessHandle> seen = new ArrayList<>();

    private QuickstartProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** A checkout in which both services were built. */
    static Path home(Path folder) throws IOException {
        for (var module : List.of("lifecycle-service", "notifier-service", "status-service")) {
            var target = Files.createDirectories(folder.resolve(module).resolve("target"));
            writeJar(target.resolve(module + "-1-exec.jar"));
        }
        return folder;
    }

    static QuickstartProcess start(Path home, Path data, String... options) throws IOException {
        var output = Files.createTempFile(home, "output", ".txt");
        var command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-Dtenkyo.home=" + home,
                                "-Dtenkyo.registry.home=" + registry(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Quickstart.class.getName(),
                                "--data",
                                data.toString()),
                        Stream.of(options))
                .toList();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new QuickstartProcess(process, output);
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits, noting every process that descends from this one. */
    void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("Did not come to it:\n" + output());
            }
            process.waitFor(LOOK_EVERY);
        }
        process.descendants().forEach(seen::add);
    }

    boolean hasChildren() {
        return process.descendants().findAny().isPresent();
    }

    int status() throws InterruptedException {
        if (!process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Does not end:\n" + output());
        }
        return process.exitValue();
    }

    /** SIGTERM, then the exit status. */
    int terminate() throws InterruptedException {
        process.destroy();
        return status();
    }

    List<ProcessHandle> childrenAlive() {
        return seen.stream().filter(ProcessHandle::isAlive).toList();
    }

    int childrenSeen() {
        return seen.size();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void writeJar(Path file) throws IOException {
        var name = StandInService.class.getName().replace('.', '/') + ".class";
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var code = StandInService.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            java.util.Objects.requireNonNull(code).transferTo(jar);
        }
    }

    /** Where the build unpacks the registry: beside the classes of local-stack. */
    private static Path registry() {
        try {
            var source =
                    DiesWithParent.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(source.toURI()).resolveSibling("registry");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
