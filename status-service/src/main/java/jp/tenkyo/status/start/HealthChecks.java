package jp.tenkyo.status.start;

import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.freshness.FreshnessWatch;
import jp.tenkyo.status.table.StatusReader;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Liveness asks whether a restart would help, readiness whether answers may be given. */
@Configuration(proxyBeanMethods = false)
class HealthChecks {

    @Bean
    HealthIndicator threadsAlive(StatusReader reader, FreshnessWatch watch) {
        return () -> (reader.isAlive() && watch.isAlive() ? Health.up() : Health.down())
                .withDetail("reader", reader.isAlive())
                .withDetail("watch", watch.isAlive())
                .build();
    }

    @Bean
    HealthIndicator tableFresh(FreshnessWatch watch) {
        return () -> switch (watch.now()) {
            case Freshness.Fresh() ->
                Health.up().withDetail("recordsBehind", watch.recordsBehind()).build();
            case Freshness.Stale(var reason, var since) ->
                Health.down()
                        .withDetail("reason", reason.name())
                        .withDetail("meaning", reason.text())
                        .withDetail("since", since.toString())
                        .withDetail("recordsBehind", watch.recordsBehind())
                        .build();
        };
    }
}
