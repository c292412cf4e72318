package jp.tenkyo.status.prober;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jp.tenkyo.status.freshness.TopicEnds;
import jp.tenkyo.status.prober.core.Channel;
import jp.tenkyo.status.prober.core.Sample;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscribes the prober's receiver, once, and takes what comes. */
final class WebhookSubscribing implements Loop.Turn {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final ServiceHttp http;
    private final WebhookReceiver receiver;
    private final TopicEnds ends;
    private final Sample sample;
    private final InstantSource clock;
    private final InstantSource machine;
    private boolean subscribed;
    private volatile boolean listening;

    /**
     * @param clock monotonic
     * @param machine what messages are dated by
     */
    WebhookSubscribing(
            ServiceHttp http,
            WebhookReceiver receiver,
            TopicEnds ends,
            Sample sample,
            InstantSource clock,
            InstantSource machine) {
        this.http = http;
        this.receiver = receiver;
        this.ends = ends;
        this.sample = sample;
        this.clock = clock;
        this.machine = machine;
    }

    @Override
    public Duration take() throws InterruptedException {
        if (!subscribed) {
            subscribed = subscribe();
        }
        if (subscribed && !listening) {
            listen();
        }
        if (!listening) {
            sample.refuses(Channel.WEBHOOK, true, clock.instant());
            return AFTER_REFUSAL;
        }
        return LOOK_EVERY;
    }

    private boolean subscribe() throws InterruptedException {
        removeOld();
        // Issuing comes in masses, and whoever lets a holder sign does not wait for a message.
        var body = "{\"url\": \"%s\", \"filter\": {\"newCertificates\": false}}".formatted(receiver.url());
        var made = json(
                http.knownTo("/webhooks")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                CREATED);
        var secret = made.flatMap(json -> json.path("secret").asStringOpt());
        secret.map(WebhookSignature::new)
                .ifPresent(signature -> receiver.give((id, timestamp, signed, text) -> {
                    var genuine = signature.isGenuine(id, timestamp, signed, text, machine.instant());
                    if (genuine) {
                        take(text);
                    }
                    return genuine;
                }));
        return secret.isPresent();
    }

    /** What an answer that was lost has left. */
    private void removeOld() throws InterruptedException {
        var old = json(http.knownTo("/webhooks").GET(), OK);
        if (old.isPresent()) {
            for (var each : old.get()) {
                var id = each.path("id").asString("");
                http.send(http.knownTo("/webhooks/" + id).DELETE().build());
            }
        }
    }

    private Optional<JsonNode> json(HttpRequest.Builder request, int status) throws InterruptedException {
        return http.send(request.build())
                .filter(answer -> answer.statusCode() == status)
                .map(HttpResponse::body)
                .map(bytes -> JSON.readTree(new String(bytes, UTF_8)));
    }

    /** The end of the topic is asked for after subscribing, so that all after it is told. */
    private void listen() {
        ends.now(http.within()).ifPresent(from -> {
            sample.listens(Channel.WEBHOOK, from, clock.instant());
            listening = true;
        });
    }

    private void take(String body) {
        var now = clock.instant();
        try {
            var json = JSON.readTree(body);
            if (json.path("type").asString("").equals("snapshot.needed")) {
                sample.hasMissedSome(Channel.WEBHOOK, now);
                listening = false;
            } else {
                ToldStatus.parse(json.path("data"))
                        .ifPresent(told -> sample.told(Channel.WEBHOOK, told.id(), told.says(), now));
            }
        } catch (JacksonException e) {
            throw new IllegalStateException("A genuine message is not JSON", e);
        }
    }
}
