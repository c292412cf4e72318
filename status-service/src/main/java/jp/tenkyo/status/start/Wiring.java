package jp.tenkyo.status.start;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.setup.StartCheck;
import jp.tenkyo.schemas.setup.StartCheck.NotReadyException;
import jp.tenkyo.status.freshness.FreshnessWatch;
import jp.tenkyo.status.freshness.KafkaTopicEnds;
import jp.tenkyo.status.freshness.Reach;
import jp.tenkyo.status.issuers.IssuerFiles;
import jp.tenkyo.status.issuers.IssuerSettings;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.table.Anomalies;
import jp.tenkyo.status.table.ChangePruning;
import jp.tenkyo.status.table.StatusReader;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.StatusTopic;
import jp.tenkyo.status.table.TableSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the table together; every channel has a configuration of its own. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    private static final Duration REGISTRY_ASKED_AGAIN_FOR = Duration.ofSeconds(20);

    @Bean
    Clocks clocks() {
        return Clocks.system();
    }

    /** Refuses to start on files that cannot be taken. */
    @Bean
    Issuers issuers(IssuerSettings settings) {
        return IssuerFiles.read(settings.issuers());
    }

    @Bean
    Anomalies anomalies(MeterRegistry metrics) {
        return new Anomalies(metrics);
    }

    /** Refuses to start where the topics are not as the catalogue has them. */
    @Bean
    StatusTopic statusTopic(StatusSettings settings, TableSettings table) {
        if (settings.checkTopics()) {
            installationIsAsNeeded(settings);
        }
        return new StatusTopic(
                settings.kafka().bootstrapServers(), settings.kafka().partitions(), table.pollMax());
    }

    private static void installationIsAsNeeded(StatusSettings settings) {
        try {
            StartCheck.refuseUnlessReady(
                    settings.kafka().bootstrapServers(),
                    settings.layout(),
                    settings.registry().url(),
                    // Nothing is written.
                    List.of(),
                    settings.startPatience());
        } catch (NotReadyException e) {
            throw new StartRefusedException(
                    String.valueOf(e.getMessage()),
                    "Do what each line says, or set tenkyo.check-topics=false if you know better.");
        }
    }

    @Bean
    StatusTable statusTable(StatusSettings settings, TableSettings table, Anomalies anomalies, Clocks clocks) {
        return StatusTable.open(
                settings.stateFolder().resolve("table"), table, anomalies, clocks.business(), clocks.machine());
    }

    @Bean
    Reach reach(Clocks clocks) {
        return new Reach(clocks.monotonic());
    }

    @Bean
    KafkaTopicEnds topicEnds(StatusTopic topic) {
        return new KafkaTopicEnds(topic.bootstrapServers(), StatusTopic.NAME, topic.partitions());
    }

    @Bean
    FreshnessWatch freshness(KafkaTopicEnds ends, Reach reach, TableSettings settings, Clocks clocks) {
        return new FreshnessWatch(ends, reach, settings.staleAfter(), clocks.monotonic());
    }

    @Bean
    StatusReader statusReader(
            StatusSettings settings, StatusTopic topic, StatusTable table, Reach reach, FreshnessWatch freshness) {
        return new StatusReader(
                topic,
                settings.registryClient(),
                new RegistryPatience(REGISTRY_ASKED_AGAIN_FOR),
                table,
                reach,
                freshness::hasCaughtUp);
    }

    @Bean
    ChangePruning changePruning(StatusTable table, StatusTopic topic, Clocks clocks) {
        return new ChangePruning(table.changes(), topic.partitions(), clocks.machine());
    }
}
