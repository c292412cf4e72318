package jp.tenkyo.benchmarks.status;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import jp.tenkyo.stack.ca.IssuerFiles;
import jp.tenkyo.stack.ca.TestCa;
import org.apache.kafka.clients.producer.ProducerRecord;

/** status-service with a test CA and good certificates of one of its issuers. */
final class StatusBed implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final int LOOK_EVERY_MS = 200;

    private final Bed bed;
    private final JavaProcess service;
    private final int port;
    private final IssuerFiles issuer;
    private final Statuses statuses;
    private final Questions questions;

    private StatusBed(Bed bed, JavaProcess service, int port, IssuerFiles issuer) throws IOException {
        this.bed = bed;
        this.service = service;
        this.port = port;
        this.issuer = issuer;
        this.statuses = new Statuses(issuer.keyId(), bed.registry());
        this.questions = Questions.about(issuer);
    }

    /** Returns when the last of so many certificates is answered for. */
    static StatusBed start(int certificates) throws IOException, InterruptedException {
        return start(_ -> List.of(), statuses -> good(statuses, certificates), certificates);
    }

    static Stream<ProducerRecord<byte[], byte[]>> good(Statuses statuses, int count) {
        return LongStream.range(Statuses.FIRST_SERIAL, Statuses.FIRST_SERIAL + count)
                .mapToObj(statuses::good);
    }

    /**
     * Returns when the last of so many certificates is answered for, which must be good.
     *
     * @param more settings of the service, made of the issuers
     */
    static StatusBed start(
            Function<List<IssuerFiles>, List<String>> more,
            Function<Statuses, Stream<ProducerRecord<byte[], byte[]>>> records,
            int certificates)
            throws IOException, InterruptedException {
        var bed = Bed.start();
        try {
            var issuers = TestCa.in(bed.folder().resolve("ca")).issuers();
            var port = Bed.freePort();
            var settings = new ArrayList<>(settings(issuers, port));
            settings.addAll(more.apply(issuers));
            var service = bed.startStatus(settings);
            var own = new StatusBed(bed, service, port, issuers.getLast());
            own.fill(records, certificates);
            return own;
        } catch (IOException | InterruptedException | RuntimeException e) {
            bed.close();
            throw e;
        }
    }

    private static List<String> settings(List<IssuerFiles> issuers, int port) {
        var settings = new ArrayList<>(List.of("--server.port=" + port));
        for (var i = 0; i < issuers.size(); i++) {
            settings.add("--tenkyo.issuers[%d]=%s".formatted(i, issuers.get(i).certificate()));
            settings.add("--tenkyo.ocsp.responders[%d].certificate=%s"
                    .formatted(i, issuers.get(i).ocspCertificate()));
            settings.add("--tenkyo.ocsp.responders[%d].key=%s"
                    .formatted(i, issuers.get(i).ocspKey()));
        }
        return settings;
    }

    private void fill(Function<Statuses, Stream<ProducerRecord<byte[], byte[]>>> records, int certificates)
            throws IOException, InterruptedException {
        try (var feeder = Feeder.ofBacklog(bed)) {
            feeder.sendAll(records.apply(statuses));
        }
        var last = questions.of(Statuses.FIRST_SERIAL + certificates - 1);
        var until = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isGood(last)) {
            service.failIfEnded();
            if (System.nanoTime() > until) {
                throw service.problem("does not answer for what it was told");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    private boolean isGood(byte[] request) {
        try (var exchange = new Exchange(port)) {
            return Questions.said(exchange.ask(request)) == Questions.Said.GOOD;
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        }
    }

    Bed bed() {
        return bed;
    }

    JavaProcess service() {
        return service;
    }

    int port() {
        return port;
    }

    IssuerFiles issuer() {
        return issuer;
    }

    Statuses statuses() {
        return statuses;
    }

    Questions questions() {
        return questions;
    }

    @Override
    public void close() {
        statuses.close();
        bed.close();
    }
}
