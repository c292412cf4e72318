package jp.tenkyo.status.webhooks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jp.tenkyo.status.access.Choice;
import jp.tenkyo.status.access.Detail;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered, under {@code tenkyo.webhooks}.
 *
 * @param deliverHere whether this instance keeps subscriptions and delivers; one alone of an installation may
 * @param stateFolder subscriptions, their places, and what is not delivered yet. It cannot be built anew: back it up
 * @param allowPrivateAddresses whether to connect to addresses that the internet does not know
 * @param allowHttp whether an address may be without TLS; for tests on one machine
 * @param retryFor how long a message is tried
 * @param backoffFirst bound of the first wait; it doubles with each failure
 * @param backoffMax bound of any wait
 * @param connectWithin bound for connecting
 * @param answerWithin bound for the whole attempt
 * @param parallel attempts of one subscription at the same time
 * @param inFlightMax messages of one subscription that are not delivered and not given up; then it waits in the feed
 * @param deadLettersMax messages of one subscription that were given up; then it waits in the feed
 * @param perClientMax subscriptions that a client may make
 * @param subscriptions those of the installation's settings
 */
@ConfigurationProperties("tenkyo.webhooks")
public record WebhookSettings(
        @DefaultValue("true") boolean deliverHere,
        Path stateFolder,
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("3d") Duration retryFor,
        @DefaultValue("5s") Duration backoffFirst,
        @DefaultValue("2h") Duration backoffMax,
        @DefaultValue("5s") Duration connectWithin,
        @DefaultValue("15s") Duration answerWithin,
        @DefaultValue("16") int parallel,
        @DefaultValue("256") int inFlightMax,
        @DefaultValue("10000") int deadLettersMax,
        @DefaultValue("10") int perClientMax,
        @DefaultValue List<Entry> subscriptions) {

    public WebhookSettings {
        subscriptions = List.copyOf(subscriptions);
        for (var duration : List.of(retryFor, backoffFirst, backoffMax, connectWithin, answerWithin)) {
            if (!duration.isPositive()) {
                throw new IllegalArgumentException("The durations of tenkyo.webhooks must be more than 0");
            }
        }
        if (parallel < 1 || inFlightMax < parallel || deadLettersMax < 1 || perClientMax < 1) {
            throw new IllegalArgumentException(
                    "tenkyo.webhooks: parallel, dead-letters-max and per-client-max must be 1 or more, in-flight-max no less than parallel");
        }
    }

    /**
     * A subscription that is set. It keeps its place under its id, whatever else of it changes.
     *
     * @param client whose permission bounds it
     * @param secret {@code whsec_} and 24 to 64 bytes in base64
     */
    public record Entry(
            @DefaultValue("") String id,
            @DefaultValue("") String client,
            @DefaultValue("") String url,
            @DefaultValue("") String secret,
            @DefaultValue(Choice.ALL) Set<String> issuers,
            @DefaultValue(Choice.ALL) Set<String> kinds,
            @DefaultValue(Choice.ALL) Set<String> municipalities,
            @DefaultValue("REASON") Detail detail,
            @DefaultValue("true") boolean newCertificates) {

        Filter filter() {
            return new Filter(issuers, kinds, municipalities, detail, newCertificates);
        }
    }
}
