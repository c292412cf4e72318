package jp.tenkyo.status.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.tenkyo.status.access.AccessSettings;
import jp.tenkyo.status.access.Choice;
import jp.tenkyo.status.access.Client;
import jp.tenkyo.status.access.Clients;
import jp.tenkyo.status.access.OwnClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnReceiverTest {

    private static final String URL = "http://127.0.0.1:12345/b2f0";
    private static final OwnReceiver OWN = new OwnReceiver(OwnClient.ID, URL);
    private static final Instant NOW = Instant.parse("2026-11-22T03:04:05Z");

    @TempDir
    Path folder;

    @Test
    void its_own_client_alone_may_subscribe_it_by_its_whole_address() {
        var own = OwnClient.generate(new Random(1)).client();
        var other = new Client("pensions", own.permission());

        assertThat(OWN.mayBeSubscribedBy(own, URL)).isTrue();
        assertThat(OWN.mayBeSubscribedBy(other, URL)).isFalse();
        for (var address : List.of("http://127.0.0.1:12345/", URL + "/more", "http://127.0.0.1:22/b2f0")) {
            assertThat(OWN.mayBeSubscribedBy(own, address)).as(address).isFalse();
        }
    }

    @Test
    void nothing_else_is_sent_past_the_guard_against_private_addresses() throws Exception {
        var secret = SigningSecret.generate(new Random(1));
        try (var receiver = new HttpReceiver((_, _, _) -> 204);
                var sender = new RoutedSender(url -> url.equals(receiver.url()), plain(true), plain(false))) {
            assertThat(sender.send(receiver.url(), "id", "{}", secret)).isEqualTo(new Outcome.Delivered());
            assertThat(sender.send(receiver.url() + "/more", "id", "{}", secret))
                    .isEqualTo(Outcome.Failed.because("private address refused"));
        }
    }

    private static HttpSender plain(boolean allowPrivate) {
        return new HttpSender(new GuardedDns(allowPrivate), Duration.ofSeconds(2), Duration.ofSeconds(10), () -> NOW);
    }

    @Test
    void what_it_subscribed_ends_with_its_process() {
        try (var store = WebhookStore.open(folder)) {
            store.write(batch -> batch.subscription(
                    new Subscription("wh-1", OwnClient.ID, URL, "whsec_", Filter.ALL, NOW, false, false)));
            store.write(batch -> batch.subscription(new Subscription(
                    "wh-2", "pensions", "https://example.jp/", "whsec_", Filter.ALL, NOW, false, false)));

            SetSubscriptions.bring(
                    Rig.settings(folder, false), new Clients(new AccessSettings(List.of(), null)), store, NOW);

            assertThat(store.subscriptions()).extracting(Subscription::id).containsExactly("wh-2");
        }
    }

    @Test
    void the_own_client_sees_everything_and_is_known_by_its_key_alone() {
        var own = OwnClient.generate(new Random(1));
        var clients = new Clients(new AccessSettings(List.of(), null), Optional.of(own));

        assertThat(clients.byApiKey(own.key())).contains(own.client());
        assertThat(clients.byApiKey(OwnClient.ID)).isEmpty();
        assertThat(own.client().permission().issuers()).isEqualTo(new Choice.Everything());
        assertThat(own).hasToString("OwnClient[tenkyo-prober]");
    }
}
