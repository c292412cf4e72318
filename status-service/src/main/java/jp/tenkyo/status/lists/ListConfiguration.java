package jp.tenkyo.status.lists;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import jp.tenkyo.status.freshness.FreshnessWatch;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.start.Clocks;
import jp.tenkyo.status.start.StatusSettings;
import jp.tenkyo.status.table.StatusTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts revocation lists together. An issuer without a signer has none. */
@Configuration(proxyBeanMethods = false)
class ListConfiguration {

    /** One for each signer; a type of its own, since Spring would take a plain list for a list of beans. */
    record Shelves(List<IssuerLists> all) {}

    /** Refuses to start on signers whose lists no verifier would take. */
    @Bean
    Shelves listShelves(Issuers issuers, ListSettings settings, StatusSettings status, Clocks clocks) {
        var folder = settings.ownFolder().orElseGet(() -> status.stateFolder().resolve("lists"));
        return new Shelves(SignerReading.read(issuers, settings, clocks.machine()).stream()
                .map(signer -> new IssuerLists(signer, folder))
                .toList());
    }

    @Bean
    ListSigners listSigners(Shelves shelves) {
        return new ListSigners(shelves.all().stream()
                .collect(Collectors.toMap(
                        IssuerLists::issuerKeyId, lists -> lists.signer().certificate())));
    }

    @Bean
    ListBuilding listBuilding(
            Shelves shelves,
            StatusTable table,
            FreshnessWatch freshness,
            ListSettings settings,
            MeterRegistry registry,
            Clocks clocks) {
        var marks = new DirtyMarks();
        table.listen(marks);
        var metrics = new ListMetrics(registry, clocks.machine());
        shelves.all().forEach(metrics::watch);
        var round = new ListRound(table, freshness, settings, clocks.machine());
        return new ListBuilding(shelves.all(), round, marks, settings, metrics, clocks.machine());
    }
}
