package jp.tenkyo.status.webhooks;

import java.io.IOException;
import java.util.function.Predicate;

/** Sends to this process's own receiver without the guard against private addresses, and to all others with it. */
final class RoutedSender implements Sender, AutoCloseable {

    private final Predicate<String> isOwn;
    private final HttpSender toOwn;
    private final HttpSender toOthers;

    RoutedSender(Predicate<String> isOwn, HttpSender toOwn, HttpSender toOthers) {
        this.isOwn = isOwn;
        this.toOwn = toOwn;
        this.toOthers = toOthers;
    }

    @Override
    public Outcome send(String url, String id, String body, SigningSecret secret) {
        return (isOwn.test(url) ? toOwn : toOthers).send(url, id, body, secret);
    }

    @Override
    public void close() throws IOException {
        try (toOwn) {
            toOthers.close();
        }
    }
}
