package jp.tenkyo.notifier.start;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import jp.tenkyo.notifier.sending.KafkaDeliveryLog;
import jp.tenkyo.notifier.sending.KafkaTopicEnds;
import jp.tenkyo.notifier.sending.Letters;
import jp.tenkyo.notifier.sending.Outbox;
import jp.tenkyo.notifier.sending.Sender;
import jp.tenkyo.notifier.sending.SenderLoop;
import jp.tenkyo.notifier.sending.SmtpMailer;
import jp.tenkyo.notifier.sending.StreamsOutbox;
import jp.tenkyo.notifier.topology.BookKeeping;
import jp.tenkyo.notifier.topology.NotifierTopology;
import jp.tenkyo.notifier.topology.PartitionsHere;
import jp.tenkyo.schemas.RegistryPatience;
import org.apache.kafka.streams.kstream.KStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    /** Below the transaction's time-out of a minute, which would abort what was read so far. */
    private static final Duration REGISTRY_AWAY_MAX = Duration.ofSeconds(20);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    PartitionsHere partitionsHere() {
        return new PartitionsHere();
    }

    @Bean
    NotifierMetrics notifierMetrics(MeterRegistry registry) {
        return new NotifierMetrics(registry);
    }

    /** Its name is the function's name in the binder's settings. */
    @Bean
    Consumer<KStream<byte @Nullable [], byte @Nullable []>> keepNoticeBook(
            NotifierSettings settings,
            RegistryPatience patience,
            PartitionsHere partitions,
            NotifierMetrics metrics,
            InstantSource clock) {
        return new NotifierTopology(new BookKeeping(
                settings.registryClient(),
                settings.kafka().partitions(),
                settings.mail().noticeBackOff(),
                settings.settledKeptFor(),
                clock,
                patience,
                partitions,
                metrics::seen,
                metrics::buried));
    }

    @Bean
    RegistryPatience registryPatience() {
        return new RegistryPatience(REGISTRY_AWAY_MAX);
    }

    /** A service that is told to stop waits for nobody. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfPatience(RegistryPatience patience) {
        return _ -> patience.end();
    }

    /** Primary, because the binder takes one or none, and Spring Boot brings another for its metrics. */
    @Bean
    @Primary
    StreamsBuilderFactoryBeanConfigurer hardened() {
        return Streams::harden;
    }

    @Bean
    Streams streams(ObjectProvider<StreamsBuilderFactoryBean> made) {
        return new Streams(made);
    }

    @Bean
    Outbox outbox(Streams streams, PartitionsHere partitions) {
        return new StreamsOutbox(streams::client, partitions);
    }

    @Bean
    KafkaDeliveryLog deliveryLog(NotifierSettings settings) {
        return new KafkaDeliveryLog(settings.kafkaClient(), settings.registryClient());
    }

    @Bean
    KafkaTopicEnds topicEnds(
            NotifierSettings settings,
            @Value("${spring.cloud.stream.kafka.streams.binder.functions.keepNoticeBook.application-id}")
                    String applicationId) {
        return new KafkaTopicEnds(settings.kafkaClient(), applicationId);
    }

    @Bean
    SmtpMailer mailer(NotifierSettings settings, JavaMailSenderImpl account, InstantSource clock) {
        return new SmtpMailer(account, settings.mail().from(), settings.mail().fromName(), clock);
    }

    @Bean
    Sender sender(
            NotifierSettings settings,
            Outbox outbox,
            KafkaTopicEnds ends,
            KafkaDeliveryLog log,
            SmtpMailer mailer,
            InstantSource clock) {
        return new Sender(
                outbox,
                ends,
                log,
                mailer,
                new Letters(settings.municipalitiesByCode()),
                clock,
                settings.mail().sender());
    }

    @Bean
    SenderLoop senderLoop(
            NotifierSettings settings, Sender sender, Outbox outbox, NotifierMetrics metrics, InstantSource clock) {
        metrics.watch(outbox, sender, clock);
        return new SenderLoop(sender, settings.mail().restBetweenRounds());
    }
}
