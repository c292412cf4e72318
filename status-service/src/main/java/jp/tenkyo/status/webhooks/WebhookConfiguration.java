package jp.tenkyo.status.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.util.Optional;
import jp.tenkyo.status.access.AccessLog;
import jp.tenkyo.status.access.Clients;
import jp.tenkyo.status.feed.Feed;
import jp.tenkyo.status.start.Clocks;
import jp.tenkyo.status.table.StatusTable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts webhooks together, on the one instance that delivers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tenkyo.webhooks.deliver-here", havingValue = "true", matchIfMissing = true)
class WebhookConfiguration {

    /**
     * Opened here, so that two instances on one folder refuse to start. Closed by {@link Webhooks}, which uses it last.
     */
    @Bean(destroyMethod = "close")
    WebhookStore webhookStore(WebhookSettings settings, Clients clients, Clocks clocks) {
        var store = WebhookStore.open(settings.stateFolder());
        SetSubscriptions.bring(settings, clients, store, clocks.machine().instant());
        return store;
    }

    @Bean
    RoutedSender webhookSender(WebhookSettings settings, Clocks clocks, Optional<OwnReceiver> own) {
        return new RoutedSender(
                url -> own.filter(receiver -> receiver.is(url)).isPresent(),
                sender(true, settings, clocks),
                sender(settings.allowPrivateAddresses(), settings, clocks));
    }

    private static HttpSender sender(boolean allowPrivateAddresses, WebhookSettings settings, Clocks clocks) {
        return new HttpSender(
                new GuardedDns(allowPrivateAddresses),
                settings.connectWithin(),
                settings.answerWithin(),
                clocks.machine());
    }

    @Bean
    Webhooks webhooks(
            WebhookStore store,
            Feed feed,
            RoutedSender sender,
            WebhookSettings settings,
            Clients clients,
            Clocks clocks,
            AccessLog log,
            MeterRegistry metrics,
            StatusTable table) {
        var parts = new DeliveryParts(
                store, feed, sender, settings, clocks.machine(), clocks.business(), new SecureRandom(), log, metrics);
        var webhooks = new Webhooks(clients, parts);
        table.listen(webhooks);
        return webhooks;
    }

    /** In no group: a restart would not help, and nobody who asks waits for a webhook. */
    @Bean
    HealthIndicator webhookDeliveries(Webhooks webhooks) {
        return () -> {
            var resting = webhooks.resting();
            return (resting == 0 ? Health.up() : Health.down())
                    .withDetail("beginningAnew", resting)
                    .build();
        };
    }

    @Bean
    Subscribing subscribing(
            Webhooks webhooks, Feed feed, WebhookSettings settings, Clocks clocks, Optional<OwnReceiver> own) {
        return new Subscribing(webhooks, feed, settings, clocks.machine(), new SecureRandom(), own);
    }
}
