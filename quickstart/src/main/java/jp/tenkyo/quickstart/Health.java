package jp.tenkyo.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits until a service says that it is ready. */
public final class Health {

    private static final Duration ASK_EVERY = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Duration readyWithin;

    public Health(Duration readyWithin) {
        this.readyWithin = readyWithin;
    }

    /** @throws CannotRunException if it ends, or is not ready in time; with the end of its log */
    public void await(ChildProcess service, URI readiness) throws InterruptedException {
        var deadline = System.nanoTime() + readyWithin.toNanos();
        try (var client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
            while (!isReady(client, readiness)) {
                if (service.process().waitFor(ASK_EVERY)) {
                    throw service.problem(
                            "ended with status " + service.process().exitValue());
                }
                if (System.nanoTime() > deadline) {
                    throw service.problem("is not ready after " + readyWithin.toSeconds() + " s");
                }
            }
        }
    }

    private static boolean isReady(HttpClient client, URI readiness) throws InterruptedException {
        try {
            var question =
                    HttpRequest.newBuilder(readiness).timeout(ANSWER_WITHIN).build();
            return client.send(question, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
