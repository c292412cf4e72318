package jp.tenkyo.status.ocsp;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.table.Change;
import jp.tenkyo.status.table.StatusListener;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.Tables;

/** A responder for some CAs with a real table behind it, on clocks that stand where they are put. */
final class Desk implements AutoCloseable {

    static final Duration VALID_FOR = Duration.ofMinutes(5);

    final StatusTable table;
    final OcspResponder responder;
    final MeterRegistry metrics = new SimpleMeterRegistry();
    Freshness freshness = new Freshness.Fresh();
    InstantSource machine = () -> Tables.NOW;
    Instant business = Tables.NOW;
    /** Called whenever the table is looked into. */
    Runnable onLook = () -> {};
    /** Called when a change is written and the cache has not heard of it. */
    Runnable beforeCache = () -> {};

    private Desk(Path folder, List<Responder> responders) {
        this.table = Tables.open(folder, () -> {
            onLook.run();
            return business;
        });
        var settings = new OcspSettings(List.of(), VALID_FOR, Duration.ZERO, 1_000, 2);
        var cache = new AnswerCache(settings.answersCachedMax());
        table.listen(new StatusListener() {
            @Override
            public void changed(List<Change> changes, Set<CertificateId> touched) {
                beforeCache.run();
            }

            @Override
            public void emptied() {}
        });
        table.listen(cache);
        this.responder = new OcspResponder(
                new Responders(responders),
                table,
                () -> freshness,
                cache,
                settings,
                new OcspMetrics(metrics),
                () -> machine.instant());
    }

    static Desk of(Path folder, TestCa... cas) {
        return new Desk(
                folder,
                List.of(cas).stream()
                        .map(ca -> responder(ca, ca.responder(TestCa.Profile.OCSP)))
                        .toList());
    }

    static Desk of(Path folder, TestCa ca, TestCa.Held responder) {
        return new Desk(folder, List.of(responder(ca, responder)));
    }

    private static Responder responder(TestCa ca, TestCa.Held held) {
        return new Responder(ca.issuer(), held.certificate(), held.key());
    }

    double count(String outcome, String how) {
        return metrics.get("tenkyo.ocsp.answers")
                .tag("outcome", outcome)
                .tag("how", how)
                .counter()
                .count();
    }

    @Override
    public void close() {
        table.close();
    }
}
