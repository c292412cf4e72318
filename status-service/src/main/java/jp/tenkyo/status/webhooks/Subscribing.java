package jp.tenkyo.status.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import jp.tenkyo.status.access.Client;
import jp.tenkyo.status.access.Problem;
import jp.tenkyo.status.feed.Cursor;
import jp.tenkyo.status.feed.Feed;
import jp.tenkyo.status.feed.FeedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes subscriptions of what clients ask for, or says why not. */
final class Subscribing {

    private static final int BODY_MAX = 64 << 10;
    private static final int ID_BYTES = 10;
    /** A filter that is misspelt must not be taken for none. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Webhooks webhooks;
    private final Feed feed;
    private final WebhookSettings settings;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Optional<OwnReceiver> own;

    /**
     * @param random must be fit for keys
     * @param own this process's own receiver, where it has one
     */
    Subscribing(
            Webhooks webhooks,
            Feed feed,
            WebhookSettings settings,
            InstantSource clock,
            RandomGenerator random,
            Optional<OwnReceiver> own) {
        this.webhooks = webhooks;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.own = own;
    }

    /**
     * @param filter what of its permission the client wants; all of it where it is missing
     * @param after a cursor of the feed or of a snapshot; what comes next where it is missing
     */
    record Form(
            @Nullable String url,
            @Nullable Filter filter,
            @Nullable String after) {}

    /** What came of it. */
    sealed interface Result {}

    record Made(Subscription subscription) implements Result {}

    record Refused(ResponseEntity<Object> answer) implements Result {}

    Result subscribe(Client client, InputStream body) throws IOException {
        var bytes = body.readNBytes(BODY_MAX + 1);
        if (bytes.length > BODY_MAX) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", "A subscription has 64 KB at most.");
        }
        try {
            var form = JSON.readValue(bytes, Form.class);
            return form == null ? notJson() : subscribe(client, form);
        } catch (JacksonException _) {
            return notJson();
        }
    }

    private static Result notJson() {
        return refused(
                HttpStatus.BAD_REQUEST,
                "not-json",
                "Not the JSON that is needed",
                "Send an object with nothing but url (text), filter (lists issuers, kinds, municipalities; detail REASON or STATUS_ONLY; newCertificates true or false) and after (text).");
    }

    private Result subscribe(Client client, Form form) {
        var filter = form.filter() == null ? Filter.ALL : form.filter();
        var fault = form.url() == null ? "url is missing." : fault(form.url(), client);
        if (fault.isEmpty()) {
            fault = filter.fault();
        }
        if (form.url() == null || !fault.isEmpty()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, "form-refused", "The form is wrong", fault);
        }
        var beyond = filter.beyond(client.permission());
        return beyond.isEmpty()
                ? begin(client, form.url(), filter, form.after())
                : refused(
                        HttpStatus.FORBIDDEN,
                        "not-permitted",
                        "More than is permitted",
                        "The filter asks for what this client may not see: " + String.join(", ", beyond));
    }

    private String fault(String url, Client client) {
        return own.filter(receiver -> receiver.mayBeSubscribedBy(client, url)).isPresent()
                ? ""
                : ReceiverUrl.fault(url, settings);
    }

    private Result begin(Client client, String url, Filter filter, @Nullable String after) {
        var from = after == null ? feed.latest() : Cursor.parse(after).filter(cursor -> isGood(cursor, client));
        if (from.isEmpty()) {
            return after == null
                    ? new Refused(Problem.later(
                            "stale", "The table is stale", "Where to begin cannot be told now.", Feed.ASK_AGAIN_AFTER))
                    : refused(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "cursor-refused",
                            "No cursor to begin with",
                            "after is unknown or too old. Take GET /feed/snapshot and its cursor, or leave it out.");
        }
        var subscription = new Subscription(
                "wh-" + randomHex(),
                client.id(),
                url,
                SigningSecret.generate(random).text(),
                filter,
                clock.instant(),
                false,
                false);
        return webhooks.add(subscription, client, from.get())
                ? new Made(subscription)
                : refused(
                        HttpStatus.CONFLICT,
                        "too-many",
                        "Too many subscriptions",
                        "This client has %d already; delete one.".formatted(settings.perClientMax()));
    }

    private boolean isGood(Cursor cursor, Client client) {
        return feed.after(cursor, client.permission(), 1) instanceof FeedPage.Changes;
    }

    private String randomHex() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Result refused(HttpStatus status, String type, String title, String detail) {
        return new Refused(Problem.answer(status, type, title, detail));
    }
}
