package jp.tenkyo.status.lists;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Figures of the lists, none of which names a certificate. */
final class ListMetrics {

    private final MeterRegistry registry;
    private final InstantSource clock;

    ListMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void watch(IssuerLists lists) {
        gauge(lists, "tenkyo.lists.age.seconds", ListName.FULL, "Since the full list's thisUpdate");
        gauge(lists, "tenkyo.lists.delta.age.seconds", ListName.DELTA, "Since the delta's thisUpdate");
        Gauge.builder("tenkyo.lists.entries", lists, this::entries)
                .description("Certificates on the full list")
                .tag("issuer", lists.issuerKeyId())
                .register(registry);
        var end = lists.signer().certificate().getNotAfter().toInstant();
        Gauge.builder(
                        "tenkyo.lists.signer.seconds.left",
                        clock,
                        now -> Duration.between(now.instant(), end).toSeconds())
                .description("Until the signer's certificate ends; verifiers take no list after that")
                .tag("issuer", lists.issuerKeyId())
                .register(registry);
    }

    private void gauge(IssuerLists lists, String name, ListName list, String description) {
        Gauge.builder(name, lists, of -> secondsSince(of, list))
                .description(description)
                .tag("issuer", lists.issuerKeyId())
                .register(registry);
    }

    /** NaN where there is none. */
    private double secondsSince(IssuerLists lists, ListName name) {
        return standing(lists).of(name).map(list -> age(list.thisUpdate())).orElse(Double.NaN);
    }

    private double age(Instant since) {
        return Duration.between(since, clock.instant()).toSeconds();
    }

    private double entries(IssuerLists lists) {
        return standing(lists)
                .of(ListName.FULL)
                .map(Published::entries)
                .map(Integer::doubleValue)
                .orElse(Double.NaN);
    }

    private static Manifest standing(IssuerLists lists) {
        try {
            return lists.standing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void made(IssuerLists lists, ListRound.Made made) {
        Timer.builder("tenkyo.lists.build")
                .description("Making, checking and publishing an issuer's lists that were due")
                .tag("issuer", lists.issuerKeyId())
                .register(registry)
                .record(made.took());
        count(
                "tenkyo.lists.published",
                "Lists that were published",
                lists,
                made.lists().size());
    }

    void failed(IssuerLists lists) {
        count("tenkyo.lists.failed", "Rounds of which nothing was published", lists, 1);
    }

    private void count(String name, String description, IssuerLists lists, int by) {
        Counter.builder(name)
                .description(description)
                .tag("issuer", lists.issuerKeyId())
                .register(registry)
                .increment(by);
    }
}
