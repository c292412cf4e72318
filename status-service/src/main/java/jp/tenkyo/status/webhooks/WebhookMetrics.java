package jp.tenkyo.status.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** How the deliveries of each client stand; whoever runs the service sees no more of them. */
final class WebhookMetrics {

    private static final String CLIENT = "client";

    private WebhookMetrics() {}

    static Counter restarts(MeterRegistry registry, String client) {
        return Counter.builder("tenkyo.webhooks.restarts")
                .description("Deliveries of a subscription that a fault of our own ended, and that began anew")
                .tag(CLIENT, client)
                .register(registry);
    }

    /** Registers what there is to see of a client's subscriptions; again, it changes nothing. */
    static void watch(MeterRegistry registry, Webhooks webhooks, String client) {
        restarts(registry, client);
        var of = new OfClient(registry, webhooks, client);
        of.gauge(
                "tenkyo.webhooks.on.their.way",
                "Messages neither delivered nor given up",
                all -> sum(all, delivery -> delivery.standing().onTheirWay()));
        of.gauge(
                "tenkyo.webhooks.dead.letters",
                "Messages given up, which the client can list and redrive",
                all -> sum(all, delivery -> delivery.standing().deadLetters()));
        of.gauge(
                "tenkyo.webhooks.failing",
                "Subscriptions whose receiver takes nothing now",
                all -> sum(all, delivery -> delivery.standing().failingSince() == null ? 0 : 1));
        of.gauge(
                "tenkyo.webhooks.ended",
                "Subscriptions whose receiver has answered 410",
                all -> sum(all, delivery -> delivery.subscription().ended() ? 1 : 0));
        of.gauge(
                "tenkyo.webhooks.records.behind",
                "Records of the topic that the subscription furthest behind has not taken up",
                all -> all.stream().mapToLong(Delivery::recordsBehind).max().orElse(0));
    }

    private static double sum(List<Delivery> all, ToLongFunction<Delivery> figure) {
        return all.stream().mapToLong(figure).sum();
    }

    private record OfClient(MeterRegistry registry, Webhooks webhooks, String client) {

        void gauge(String name, String description, ToDoubleFunction<List<Delivery>> figure) {
            Gauge.builder(name, webhooks, all -> figure.applyAsDouble(all.of(client)))
                    .description(description)
                    .tag(CLIENT, client)
                    .register(registry);
        }
    }
}
