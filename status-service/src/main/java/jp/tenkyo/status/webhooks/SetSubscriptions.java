package jp.tenkyo.status.webhooks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.tenkyo.status.access.Clients;
import jp.tenkyo.status.access.OwnClient;
import jp.tenkyo.status.start.StartRefusedException;
import org.jspecify.annotations.Nullable;

/** Brings the subscriptions of the settings into the store, where each keeps its place. */
final class SetSubscriptions {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final WebhookSettings settings;
    private final Clients clients;
    private final List<String> faults = new ArrayList<>();

    private SetSubscriptions(WebhookSettings settings, Clients clients) {
        this.settings = settings;
        this.clients = clients;
    }

    /** @throws StartRefusedException if one of them cannot be taken */
    static void bring(WebhookSettings settings, Clients clients, WebhookStore store, Instant now) {
        new SetSubscriptions(settings, clients).bring(store, now);
    }

    private void bring(WebhookStore store, Instant now) {
        var stored = new HashMap<String, Subscription>();
        store.subscriptions().forEach(subscription -> stored.put(subscription.id(), subscription));
        settings.subscriptions().forEach(this::check);
        if (!faults.isEmpty()) {
            throw new StartRefusedException(
                    String.join(System.lineSeparator(), faults), "Mend tenkyo.webhooks.subscriptions.");
        }
        store.write(batch -> {
            for (var entry : settings.subscriptions()) {
                batch.subscription(merged(entry, stored.remove(entry.id()), now));
            }
            gone(stored).forEach(batch::forgetAll);
        });
    }

    /** What this service subscribed for itself went to a receiver that ended with its process. */
    private static List<String> gone(Map<String, Subscription> stored) {
        return stored.values().stream()
                .filter(subscription ->
                        subscription.set() || subscription.client().equals(OwnClient.ID))
                .map(Subscription::id)
                .toList();
    }

    /** One whose receiver said 410 begins again where the settings name another address. */
    private static Subscription merged(WebhookSettings.Entry entry, @Nullable Subscription stored, Instant now) {
        var ended = stored != null && stored.ended() && stored.url().equals(entry.url());
        return new Subscription(
                entry.id(),
                entry.client(),
                entry.url(),
                entry.secret(),
                entry.filter(),
                stored == null ? now : stored.createdAt(),
                true,
                ended);
    }

    private void check(WebhookSettings.Entry entry) {
        if (!ID.matcher(entry.id()).matches()) {
            faults.add("tenkyo.webhooks.subscriptions: id %s must be 1 to 40 of a-z, 0-9 and -".formatted(entry.id()));
        }
        if (settings.subscriptions().stream()
                        .filter(other -> other.id().equals(entry.id()))
                        .count()
                > 1) {
            fault(entry, "its id is there twice");
        }
        if (clients.byId(entry.client()).isEmpty()) {
            fault(entry, "its client is not in tenkyo.access.clients");
        }
        if (SigningSecret.parse(entry.secret()).isEmpty()) {
            fault(entry, "its secret must be whsec_ and 24 to 64 bytes in base64");
        }
        fault(entry, ReceiverUrl.fault(entry.url(), settings));
        fault(entry, entry.filter().fault());
    }

    private void fault(WebhookSettings.Entry entry, String what) {
        if (!what.isEmpty()) {
            faults.add("tenkyo.webhooks.subscriptions: %s: %s".formatted(entry.id(), what));
        }
    }
}
