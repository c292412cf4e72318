package jp.tenkyo.status.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import jp.tenkyo.status.access.Client;
import jp.tenkyo.status.access.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A client's subscriptions; nobody sees those of another. */
@RestController
@RequestMapping("/webhooks")
@ConditionalOnProperty(name = "tenkyo.webhooks.deliver-here", havingValue = "true", matchIfMissing = true)
class WebhookController {

    private static final int DEAD_LETTERS_MAX = 500;

    private final Webhooks webhooks;
    private final Subscribing subscribing;

    WebhookController(Webhooks webhooks, Subscribing subscribing) {
        this.webhooks = webhooks;
        this.subscribing = subscribing;
    }

    /**
     * @param secret shown in the answer to its making, and never again
     * @param state ACTIVE; FAILING while nothing goes through; ENDED by a 410
     * @param onTheirWay messages neither delivered nor given up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubscriptionAnswer(
            String id,
            String url,
            Filter filter,
            @Nullable String secret,
            Instant createdAt,
            String state,
            @Nullable Instant failingSince,
            int onTheirWay,
            int deadLetters) {

        static SubscriptionAnswer of(Delivery delivery) {
            var standing = delivery.standing();
            return of(delivery.subscription(), standing, null);
        }

        static SubscriptionAnswer of(Subscription subscription, Delivery.Standing standing, @Nullable String secret) {
            var working = standing.failingSince() == null ? "ACTIVE" : "FAILING";
            return new SubscriptionAnswer(
                    subscription.id(),
                    subscription.url(),
                    subscription.filter(),
                    secret,
                    subscription.createdAt(),
                    subscription.ended() ? "ENDED" : working,
                    standing.failingSince(),
                    standing.onTheirWay(),
                    standing.deadLetters());
        }
    }

    /**
     * A message that was given up.
     *
     * @param number names it in this subscription
     * @param messageId its {@code webhook-id}
     * @param lastFailure what came of the last attempt
     */
    record DeadLetter(
            long number, String messageId, int attempts, Instant takenUpAt, Instant givenUpAt, String lastFailure) {

        static DeadLetter of(Message message) {
            return new DeadLetter(
                    message.number(),
                    message.id(),
                    message.attempts(),
                    message.takenAt(),
                    message.nextAt(),
                    message.lastFailure());
        }
    }

    /** @param redriven how many are tried anew */
    record Redriven(int redriven) {}

    /** Subscribes; the secret is in this answer alone. */
    @PostMapping
    @RequestBody(
            description =
                    "url, filter (issuers, kinds, municipalities, detail, newCertificates), after (a cursor of the feed)")
    ResponseEntity<Object> subscribe(@RequestAttribute(Client.ATTRIBUTE) Client client, HttpServletRequest request)
            throws IOException {
        return switch (subscribing.subscribe(client, request.getInputStream())) {
            case Subscribing.Refused(var answer) -> answer;
            case Subscribing.Made(var made) ->
                ResponseEntity.created(URI.create("/webhooks/" + made.id()))
                        .cacheControl(CacheControl.noStore())
                        .body(SubscriptionAnswer.of(made, Delivery.Standing.NOTHING, made.secret()));
        };
    }

    @GetMapping
    List<SubscriptionAnswer> all(@RequestAttribute(Client.ATTRIBUTE) Client client) {
        return webhooks.of(client).stream().map(SubscriptionAnswer::of).toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> one(@RequestAttribute(Client.ATTRIBUTE) Client client, @PathVariable String id) {
        return with(client, id, delivery -> ResponseEntity.ok(SubscriptionAnswer.of(delivery)));
    }

    /** Ends it and forgets all that was not delivered. */
    @DeleteMapping("/{id}")
    ResponseEntity<Object> remove(@RequestAttribute(Client.ATTRIBUTE) Client client, @PathVariable String id) {
        return with(client, id, delivery -> {
            if (delivery.subscription().set()) {
                return Problem.answer(
                        HttpStatus.CONFLICT,
                        "set",
                        "It stands in the settings",
                        "Whoever runs the service takes it out of its settings.");
            }
            webhooks.remove(delivery.subscription());
            return ResponseEntity.noContent().build();
        });
    }

    /** @param from number to begin with; the last one's and one for the next page */
    @GetMapping("/{id}/dead-letters")
    ResponseEntity<Object> deadLetters(
            @RequestAttribute(Client.ATTRIBUTE) Client client,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long from) {
        return with(
                client,
                id,
                delivery -> ResponseEntity.ok(
                        webhooks.deadLetters(delivery.subscription(), Math.max(0, from), DEAD_LETTERS_MAX).stream()
                                .map(DeadLetter::of)
                                .toList()));
    }

    /** @param number of one dead letter; without it, all are tried anew */
    @PostMapping("/{id}/redrive")
    ResponseEntity<Object> redrive(
            @RequestAttribute(Client.ATTRIBUTE) Client client,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long number) {
        return with(client, id, delivery -> {
            if (delivery.subscription().ended()) {
                return Problem.answer(
                        HttpStatus.CONFLICT, "ended", "It has ended", "Its receiver answered 410. Subscribe anew.");
            }
            var wanted = number == null ? OptionalLong.empty() : OptionalLong.of(number);
            var count = number == null
                    ? delivery.standing().deadLetters()
                    : (int) webhooks.deadLetters(delivery.subscription(), number, 1).stream()
                            .filter(message -> message.number() == number)
                            .count();
            delivery.redrive(wanted);
            return ResponseEntity.accepted().body(new Redriven(count));
        });
    }

    private ResponseEntity<Object> with(Client client, String id, Function<Delivery, ResponseEntity<Object>> answer) {
        Optional<Delivery> found = webhooks.find(client, id);
        return found.map(answer)
                .orElseGet(() -> Problem.answer(
                        HttpStatus.NOT_FOUND, "no-subscription", "No such subscription", "You have none of that id."));
    }
}
