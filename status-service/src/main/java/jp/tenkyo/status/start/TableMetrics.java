package jp.tenkyo.status.start;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.tenkyo.status.freshness.FreshnessWatch;
import jp.tenkyo.status.table.StatusTable;
import org.springframework.stereotype.Component;

/** Figures of the table, none of which names a certificate. */
@Component
class TableMetrics implements MeterBinder {

    private final StatusTable table;
    private final FreshnessWatch freshness;

    TableMetrics(StatusTable table, FreshnessWatch freshness) {
        this.table = table;
        this.freshness = freshness;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tenkyo.status.certificates", table, StatusTable::estimatedCertificates)
                .description("Certificates in the table, by the store's estimate")
                .register(registry);
        Gauge.builder("tenkyo.status.fresh", freshness, watch -> watch.now().isFresh() ? 1 : 0)
                .description("1 while the table may be answered from")
                .register(registry);
        Gauge.builder("tenkyo.status.records.behind", freshness, FreshnessWatch::recordsBehind)
                .description("Records between the table and the end of its topic, uncommitted ones included")
                .register(registry);
    }
}
