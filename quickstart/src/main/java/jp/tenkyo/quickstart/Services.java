package jp.tenkyo.quickstart;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The services, each in a process of its own. */
final class Services implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final String READINESS = "/actuator/health/readiness";

    private final ServiceCommands commands;
    private final Health health = new Health(READY_WITHIN);
    private final ChildProcess lifecycle;
    private final ChildProcess notifier;
    private final List<ChildProcess> running;
    private boolean closed;

    private Services(ServiceCommands commands, ChildProcess lifecycle, ChildProcess notifier) {
        this.commands = commands;
        this.lifecycle = lifecycle;
        this.notifier = notifier;
        this.running = new CopyOnWriteArrayList<>(List.of(lifecycle, notifier));
    }

    /** Starts those that decide and notify; {@link #awaitReady} says when they can be used. */
    static Services start(ServiceCommands commands) throws IOException {
        var logs = commands.data().logs();
        var lifecycle = ChildProcess.start("lifecycle-service", commands.lifecycle(), logs);
        try {
            return new Services(commands, lifecycle, ChildProcess.start("notifier-service", commands.notifier(), logs));
        } catch (IOException e) {
            lifecycle.askToStop();
            throw e;
        }
    }

    void awaitReady() throws InterruptedException {
        awaitReady(lifecycle, commands.ports().lifecycle());
        awaitReady(notifier, commands.ports().notifier());
    }

    private void awaitReady(ChildProcess service, int port) throws InterruptedException {
        health.await(service, URI.create(PortPlan.url(port) + READINESS));
    }

    /** Starts the one that answers verifiers, and returns when it knows all that is on the topic. */
    void startStatus() throws IOException, InterruptedException {
        awaitReady(begin("status-service", commands.status()), commands.ports().status());
    }

    private synchronized ChildProcess begin(String name, List<String> command) throws IOException {
        if (closed) {
            throw new Parts.StoppingException();
        }
        var begun = ChildProcess.start(name, command, commands.data().logs());
        running.add(begun);
        return begun;
    }

    /** @throws CannotRunException if one is no longer there */
    void failIfEnded() {
        for (var service : running) {
            if (!service.process().isAlive()) {
                throw service.problem("ended with status " + service.process().exitValue());
            }
        }
    }

    /** What to say when the decisions do not go on. */
    CannotRunException standsStill(String where) {
        return lifecycle.problem("does not go on: " + where);
    }

    /** Runs the service's own import command on a file of changes; it ends by itself. */
    ChildProcess startImport(Path file, Path refused) throws IOException {
        return ChildProcess.start(
                "import", commands.importOf(file, refused), commands.data().logs());
    }

    /** Stops them side by side: each takes a while to leave its consumer group. */
    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(ChildProcess::askToStop);
        running.forEach(ChildProcess::close);
    }
}
