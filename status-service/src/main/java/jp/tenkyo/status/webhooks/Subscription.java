package jp.tenkyo.status.webhooks;

import java.time.Instant;

/**
 * Who wants to be told what, and where.
 *
 * @param client id of the client whose permission bounds it
 * @param secret as text; see {@link SigningSecret}
 * @param set whether it stands in the settings, and not made by its client
 * @param ended whether its receiver has answered 410: it wants nothing more
 */
record Subscription(
        String id,
        String client,
        String url,
        String secret,
        Filter filter,
        Instant createdAt,
        boolean set,
        boolean ended) {

    Subscription end() {
        return new Subscription(id, client, url, secret, filter, createdAt, set, true);
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return "Subscription[%s of %s]".formatted(id, client);
    }
}
