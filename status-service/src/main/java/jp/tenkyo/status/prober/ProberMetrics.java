package jp.tenkyo.status.prober;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import jp.tenkyo.status.prober.core.Channel;
import jp.tenkyo.status.prober.core.Delays;
import jp.tenkyo.status.prober.core.Findings;
import jp.tenkyo.status.prober.core.Place;
import jp.tenkyo.status.prober.core.Sample;
import jp.tenkyo.status.prober.core.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what was found in metrics and in the log; nothing names a certificate. */
final class ProberMetrics implements Findings {

    private static final Logger LOG = LoggerFactory.getLogger(ProberMetrics.class);
    private static final String CHANNEL = "channel";
    private static final double MILLIS = 1_000;
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Map<Channel, Timer> visible = new ConcurrentHashMap<>();

    ProberMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void visible(Channel channel, Duration after) {
        visible.computeIfAbsent(channel, this::timer).record(after);
    }

    private Timer timer(Channel channel) {
        return Timer.builder("tenkyo.prober.visible.after")
                .description("From a change's being read from the topic to its being seen on the channel")
                .tag(CHANNEL, channel.tag())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public void disagrees(Channel channel, Place record) {
        LOG.warn(
                "{} says something else than record {} of partition {} for longer than it may",
                channel.tag(),
                record.offset(),
                record.partition());
    }

    @Override
    public void agreesAgain(Channel channel, Place record) {
        LOG.info(
                "{} says what record {} of partition {} says, again",
                channel.tag(),
                record.offset(),
                record.partition());
    }

    /** @param clock monotonic */
    void watch(Sample sample, Iterable<Channel> channels, InstantSource clock) {
        for (var channel : channels) {
            var of = new OfChannel(sample, channel, clock);
            of.seconds(
                    "tenkyo.prober.disagreement",
                    "During which it said something else of a sampled certificate, for longer than it may",
                    standing -> standing.disagreement().toMillis() / MILLIS);
            of.seconds(
                    "tenkyo.prober.not.answering",
                    "During which it did not answer of a sampled certificate; neither agreement nor disagreement",
                    standing -> standing.notAnswering().toMillis() / MILLIS);
            of.gauge(
                    "tenkyo.prober.disagreeing",
                    "Sampled certificates of which it says something else now, for longer than it may",
                    Standing::disagreeing);
            of.gauge("tenkyo.prober.watched", "Sampled certificates that it is held against now", Standing::watched);
            of.quantile("0.5", Delays::p50);
            of.quantile("0.99", Delays::p99);
            of.observations("agrees", Standing::agreed);
            of.observations("differs", Standing::differed);
            of.observations("not-answering", Standing::refused);
        }
    }

    private final class OfChannel {

        private final Sample sample;
        private final Channel channel;
        private final InstantSource clock;

        OfChannel(Sample sample, Channel channel, InstantSource clock) {
            this.sample = sample;
            this.channel = channel;
            this.clock = clock;
        }

        private double now(Sample of, ToDoubleFunction<Standing> figure) {
            return of.standing(clock.instant()).stream()
                    .filter(standing -> standing.channel() == channel)
                    .mapToDouble(figure)
                    .sum();
        }

        void seconds(String name, String description, ToDoubleFunction<Standing> figure) {
            FunctionCounter.builder(name, sample, of -> now(of, figure))
                    .description(description)
                    .baseUnit("seconds")
                    .tag(CHANNEL, channel.tag())
                    .register(registry);
        }

        void gauge(String name, String description, ToDoubleFunction<Standing> figure) {
            Gauge.builder(name, sample, of -> now(of, figure))
                    .description(description)
                    .tag(CHANNEL, channel.tag())
                    .register(registry);
        }

        void quantile(String rank, Function<Delays, Duration> which) {
            Gauge.builder(
                            "tenkyo.prober.visible.quantile",
                            sample,
                            of -> now(
                                    of,
                                    standing -> standing.delays()
                                            .map(delays -> which.apply(delays).toMillis() / MILLIS)
                                            .orElse(Double.NaN)))
                    .description("The same for the latest thousand changes at most, ready to be read")
                    .baseUnit("seconds")
                    .tag(CHANNEL, channel.tag())
                    .tag("quantile", rank)
                    .register(registry);
        }

        void observations(String outcome, ToDoubleFunction<Standing> figure) {
            FunctionCounter.builder("tenkyo.prober.observations", sample, of -> now(of, figure))
                    .description("Answers and messages held against the topic")
                    .tag(CHANNEL, channel.tag())
                    .tag("outcome", outcome)
                    .register(registry);
        }
    }
}
