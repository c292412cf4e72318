package jp.tenkyo.benchmarks.ocsp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.bed.Feeder;
import jp.tenkyo.benchmarks.bed.JavaProcess;
import jp.tenkyo.stack.ca.IssuerFiles;
import jp.tenkyo.stack.ca.TestCa;

/** status-service with a test CA and good certificates of one of its issuers. */
final class OcspBed implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final int LOOK_EVERY_MS = 200;

    private final Bed bed;
    private final JavaProcess service;
    private final int port;
    private final IssuerFiles issuer;
    private final Statuses statuses;
    private final Questions questions;

    private OcspBed(Bed bed, JavaProcess service, int port, IssuerFiles issuer) throws IOException {
        this.bed = bed;
        this.service = service;
        this.port = port;
        this.issuer = issuer;
        this.statuses = new Statuses(issuer.keyId(), bed.registry());
        this.questions = Questions.about(issuer);
    }

    /** Returns when the last of so many certificates is answered for. */
    static OcspBed start(int certificates) throws IOException, InterruptedException {
        var bed = Bed.start();
        try {
            var issuers = TestCa.in(bed.folder().resolve("ca")).issuers();
            var port = freePort();
            var service = bed.startStatus(settings(issuers, port));
            var own = new OcspBed(bed, service, port, issuers.getLast());
            own.fill(certificates);
            return own;
        } catch (IOException | InterruptedException | RuntimeException e) {
            bed.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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

    private void fill(int certificates) throws IOException, InterruptedException {
        try (var feeder = Feeder.ofBacklog(bed)) {
            feeder.sendAll(LongStream.range(Statuses.FIRST_SERIAL, Statuses.FIRST_SERIAL + certificates)
                    .mapToObj(statuses::good));
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
