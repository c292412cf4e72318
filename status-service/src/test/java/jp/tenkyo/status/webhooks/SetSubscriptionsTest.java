package jp.tenkyo.status.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tenkyo.status.access.AccessSettings;
import jp.tenkyo.status.access.AccessSettings.ClientEntry;
import jp.tenkyo.status.access.Clients;
import jp.tenkyo.status.access.Detail;
import jp.tenkyo.status.start.StartRefusedException;
import jp.tenkyo.status.webhooks.WebhookSettings.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions that stand in the settings. */
class SetSubscriptionsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjU";
    private static final String URL = "https://hooks.example.jp/tenkyo";
    private static final Set<String> ALL = Set.of("*");
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Clients CLIENTS = new Clients(new AccessSettings(
            List.of(new ClientEntry("pensions", "0".repeat(64), null, null, ALL, ALL, ALL, Detail.REASON)), null));

    @TempDir
    Path folder;

    private WebhookStore store;

    @BeforeEach
    void open() {
        store = WebhookStore.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_taken() {
        assertThatThrownBy(() -> bring(
                        entry("good", "pensions", URL, SECRET),
                        entry("", "pensions", URL, SECRET),
                        entry("../x", "pensions", URL, SECRET),
                        entry("twice", "pensions", URL, SECRET),
                        entry("twice", "pensions", URL, SECRET),
                        entry("a", "nobody", URL, SECRET),
                        entry("b", "pensions", URL, "whsec_short"),
                        entry("c", "pensions", "", SECRET),
                        entry("d", "pensions", "https://10.0.0.1/", SECRET),
                        new Entry("e", "pensions", URL, SECRET, ALL, Set.of("signing"), ALL, Detail.REASON, true)))
                .isInstanceOf(StartRefusedException.class)
                .message()
                .satisfies(
                        said -> assertThat(said.lines())
                                .containsExactly(
                                        "tenkyo.webhooks.subscriptions: id  must be 1 to 40 of a-z, 0-9 and -",
                                        "tenkyo.webhooks.subscriptions: id ../x must be 1 to 40 of a-z, 0-9 and -",
                                        "tenkyo.webhooks.subscriptions: twice: its id is there twice",
                                        "tenkyo.webhooks.subscriptions: twice: its id is there twice",
                                        "tenkyo.webhooks.subscriptions: a: its client is not in tenkyo.access.clients",
                                        "tenkyo.webhooks.subscriptions: b: its secret must be whsec_ and 24 to 64 bytes in base64",
                                        "tenkyo.webhooks.subscriptions: c: url must be an absolute URL of at most 2000 characters.",
                                        "tenkyo.webhooks.subscriptions: d: url must lead to an address of the internet.",
                                        "tenkyo.webhooks.subscriptions: e: filter.kinds must be named: SIGNING or AUTHENTICATION each. "))
                .satisfies(said -> assertThat(said).doesNotContain("whsec_MfK", "whsec_short"));
        assertThat(store.subscriptions()).isEmpty();
    }

    @Test
    void one_keeps_its_place_whatever_else_of_it_changes_and_one_taken_out_is_forgotten() {
        bring(entry("a", "pensions", URL, SECRET), entry("b", "pensions", URL, SECRET));
        bring(entry("a", "pensions", URL + "/new", SECRET));

        assertThat(store.subscriptions())
                .extracting(Subscription::id, Subscription::url, Subscription::createdAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a", URL + "/new", NOW));
    }

    private void bring(Entry... entries) {
        var settings = new WebhookSettings(
                true,
                folder,
                false,
                false,
                Duration.ofDays(3),
                Duration.ofSeconds(5),
                Duration.ofHours(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                4,
                8,
                20,
                10,
                List.of(entries));
        SetSubscriptions.bring(settings, CLIENTS, store, NOW);
    }

    private static Entry entry(String id, String client, String url, String secret) {
        return new Entry(id, client, url, secret, ALL, ALL, ALL, Detail.REASON, true);
    }
}
