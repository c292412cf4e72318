package jp.tenkyo.status.prober;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.tenkyo.status.access.OwnClient;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.freshness.KafkaTopicEnds;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.lists.ListSigners;
import jp.tenkyo.status.prober.core.Channel;
import jp.tenkyo.status.prober.core.Sample;
import jp.tenkyo.status.start.Clocks;
import jp.tenkyo.status.start.StatusSettings;
import jp.tenkyo.status.table.StatusTopic;
import jp.tenkyo.status.webhooks.OwnReceiver;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the prober together, for the channels that this instance has. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("tenkyo.prober.enabled")
class ProberConfiguration {

    /** Those of this instance. */
    record Channels(Set<Channel> all) {}

    @Bean
    OwnClient proberClient() {
        return OwnClient.generate(new SecureRandom());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "tenkyo.webhooks.deliver-here", havingValue = "true", matchIfMissing = true)
    WebhookReceiver proberReceiver() {
        return new WebhookReceiver(new SecureRandom());
    }

    @Bean
    @ConditionalOnProperty(name = "tenkyo.webhooks.deliver-here", havingValue = "true", matchIfMissing = true)
    OwnReceiver proberReceiverAddress(WebhookReceiver receiver) {
        return new OwnReceiver(OwnClient.ID, receiver.url());
    }

    @Bean
    Channels proberChannels(ListSigners signers, Optional<WebhookReceiver> receiver) {
        var channels = EnumSet.of(Channel.OCSP, Channel.FEED);
        if (!signers.byIssuer().isEmpty()) {
            channels.addAll(List.of(Channel.LIST, Channel.FULL_LIST));
        }
        receiver.ifPresent(_ -> channels.add(Channel.WEBHOOK));
        return new Channels(channels);
    }

    @Bean
    Sample proberSample(
            ProberSettings settings,
            Channels channels,
            Issuers issuers,
            ListSigners signers,
            MeterRegistry registry,
            Clocks clocks) {
        var metrics = new ProberMetrics(registry);
        var sample = new Sample(
                settings.bounds(channels.all()),
                (channel, row) -> covers(channel, row, issuers, signers),
                metrics,
                clocks.monotonic().instant());
        metrics.watch(sample, channels.all(), clocks.monotonic());
        return sample;
    }

    private static boolean covers(Channel channel, StatusRow row, Issuers issuers, ListSigners signers) {
        var issuer = row.id().issuerKeyId();
        return switch (channel) {
            case OCSP -> issuers.byKeyId(issuer).isPresent();
            // A certificate without a municipality's code is on the full list alone.
            case LIST -> signers.of(issuer).isPresent() && row.municipality().matches("\\d{6}");
            case FULL_LIST -> signers.of(issuer).isPresent();
            case FEED -> true;
            case WEBHOOK -> !row.isNew();
        };
    }

    @Bean
    AgreementProber agreementProber(
            ProberSettings settings,
            StatusSettings status,
            StatusTopic topic,
            KafkaTopicEnds ends,
            OwnClient client,
            Optional<WebhookReceiver> receiver,
            Channels channels,
            Sample sample,
            Issuers issuers,
            ListSigners signers,
            Clocks clocks,
            Environment environment) {
        var http = new ServiceHttp(base(settings, environment), client.key(), settings.answerWithin());
        var truth = new TruthReading(topic, status.registryClient(), settings.unchangedMax(), sample, clocks);
        var loops = new ArrayList<>(List.of(
                new Loop("topic", truth),
                new Loop("feed", new FeedFollowing(http, ends, sample, clocks.monotonic())),
                new Loop(
                        "ocsp",
                        new Looking(Channel.OCSP, new OcspAsking(http, issuers, clocks.machine()), sample, clocks))));
        if (channels.all().contains(Channel.LIST)) {
            loops.add(new Loop(
                    "lists",
                    new Looking(Channel.LIST, new ListAsking(lists(http, settings, clocks), signers), sample, clocks)));
            loops.add(new Loop(
                    "full-lists",
                    new Looking(
                            Channel.FULL_LIST,
                            new FullListAsking(lists(http, settings, clocks), signers),
                            sample,
                            clocks)));
        }
        receiver.ifPresent(to -> loops.add(new Loop(
                "webhook", new WebhookSubscribing(http, to, ends, sample, clocks.monotonic(), clocks.machine()))));
        return new AgreementProber(loops, List.of(truth, http));
    }

    private static ListFetching lists(ServiceHttp http, ProberSettings settings, Clocks clocks) {
        return new ListFetching(http, settings.listSizeMax().toBytes(), clocks.machine());
    }

    private static Supplier<String> base(ProberSettings settings, Environment environment) {
        return settings.serviceUrl().isEmpty()
                ? () -> "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                : settings::serviceUrl;
    }
}
