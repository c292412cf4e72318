package jp.tenkyo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real schema registry (Apicurio, with Confluent's API) in a process of its own. Schemas and their ids are in files
 * of the data folder and outlive it. The process ends with this one, however this one ends.
 */
public final class LocalRegistry implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
    private static final Duration ASK_EVERY = Duration.ofMillis(100);
    private static final int START_ATTEMPTS_MAX = 3;
    private static final int LOG_LINES_SHOWN = 25;

    private final Process process;
    private final Thread stopAtExit;
    private final int port;

    private LocalRegistry(Process process, int port) {
        this.process = process;
        this.port = port;
        this.stopAtExit = Thread.ofPlatform().unstarted(this::stop);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /**
     * Starts a registry and returns when it answers.
     *
     * @param dataFolder made where it does not exist; holds the schemas, and {@code registry.log}
     * @param port on 127.0.0.1; 0 for any that is free
     * @throws IllegalStateException if it does not answer in time or its process ends; with the end of its log
     */
    public static LocalRegistry start(Path dataFolder, int port) {
        var folder = dataFolder.toAbsolutePath();
        for (var attempt = 1; ; attempt++) {
            try {
                return startOnce(folder, FreePort.orAny(port));
            } catch (IOException e) {
                throw new UncheckedIOException("The registry did not start in " + folder, e);
            } catch (IllegalStateException e) {
                if (port != 0 || attempt == START_ATTEMPTS_MAX || !portTaken(e)) {
                    throw e;
                }
            }
        }
    }

    private static LocalRegistry startOnce(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        var log = folder.resolve("registry.log");
        var registry = new LocalRegistry(RegistryProcess.start(folder, log, port), port);
        registry.awaitReady(log);
        return registry;
    }

    private static boolean portTaken(IllegalStateException e) {
        return String.valueOf(e.getMessage()).contains("in use by another process");
    }

    /** Base of Confluent's API. */
    public String url() {
        return "http://127.0.0.1:%d/apis/ccompat/v7".formatted(port);
    }

    public int port() {
        return port;
    }

    private void awaitReady(Path log) throws IOException {
        var deadline = System.nanoTime() + READY_WITHIN.toNanos();
        try (var client = HttpClient.newBuilder().connectTimeout(ASK_EVERY).build()) {
            while (!answers(client)) {
                if (process.waitFor(ASK_EVERY)) {
                    close();
                    throw notReady("ended with status " + process.exitValue(), log);
                }
                if (System.nanoTime() > deadline) {
                    close();
                    throw notReady("does not answer after " + READY_WITHIN.toSeconds() + " s", log);
                }
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the registry was starting", e);
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        var question = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private IllegalStateException notReady(String how, Path log) throws IOException {
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        var tail = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
        return new IllegalStateException("The registry on port %d %s. Its log (%s) ends:%n%s"
                .formatted(port, how, log, String.join(System.lineSeparator(), tail)));
    }

    /** Stops the process and returns when it is gone. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException shuttingDown) {
            // Then the hook finds the process gone.
        }
    }

    private void stop() {
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
