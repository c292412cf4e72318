package jp.tenkyo.lifecycle.reads;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import jp.tenkyo.schemas.RegistryPatience;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the view of issuers' keys into HTTP, health and metrics. */
@Configuration(proxyBeanMethods = false)
class AnnouncementsConfiguration {

    @Bean
    IssuerEventsView issuerEventsView(
            @Value("${tenkyo.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${tenkyo.kafka.partitions:6}") int partitions,
            @Value("${tenkyo.registry.url}") String registryUrl,
            RegistryPatience patience) {
        return new IssuerEventsView(bootstrapServers, partitions, Map.of("schema.registry.url", registryUrl), patience);
    }

    /** For readiness. A broker that goes away later is no reason to answer nothing: the answer says so itself. */
    @Bean
    HealthIndicator announcementsRead(IssuerEventsView view) {
        return () -> (view.isReady() ? Health.up() : Health.outOfService())
                .withDetail("upToDate", view.isUpToDate())
                .build();
    }

    @Bean
    MeterBinder announcementMetrics(IssuerEventsView view) {
        return registry -> {
            gauge(registry, view, "compromised", _ -> 1);
            gauge(registry, view, "partitions.incomplete", line -> line.partitions() - line.partitionsComplete());
            gauge(registry, view, "holders.walked", Announcement::walked);
            gauge(registry, view, "certificates.ended", Announcement::ended);
        };
    }

    /** The sum over all compromised keys. */
    private static void gauge(
            MeterRegistry registry, IssuerEventsView view, String name, ToDoubleFunction<Announcement> count) {
        Gauge.builder(
                        "tenkyo.issuers." + name,
                        view,
                        one -> one.known().stream().mapToDouble(count).sum())
                .register(registry);
    }
}
