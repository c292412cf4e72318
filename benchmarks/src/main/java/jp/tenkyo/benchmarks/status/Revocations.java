package jp.tenkyo.benchmarks.status;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import jp.tenkyo.benchmarks.bed.Feeder;
import org.HdrHistogram.Histogram;

/**
 * A stream of revocations, and clients that ask about one certificate in ten from the moment at which its revocation is
 * sent: until they hear of it, and now and then after that, when good would be a lie.
 */
final class Revocations {

    private static final int CLIENTS = 2;

    /** Between two questions of a client: who asks as often as it can measures how long it holds up others. */
    private static final int REST_NANOS = 1_000_000;

    /** Of so many revocations one is asked about, so that the questions do not take what the changes need. */
    private static final int ONE_OF = 10;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int NANOS_PER_MICRO = 1000;
    private static final long MICROS_MAX = 60_000_000;
    private static final int DIGITS = 3;
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);

    private final int port;
    private final byte[][] requests;
    private final int rate;
    private final AtomicLongArray sentAt;
    /** 1 where somebody has heard that it is revoked. */
    private final AtomicIntegerArray heard;

    private final AtomicLong goodAfterRevoked = new AtomicLong();

    /** @param requests of the certificates that will be revoked, in that order */
    Revocations(int port, byte[][] requests, int rate) {
        this.port = port;
        this.requests = requests.clone();
        this.rate = rate;
        this.sentAt = new AtomicLongArray(requests.length);
        this.heard = new AtomicIntegerArray(requests.length);
    }

    /** @param delays in microseconds, from when a revocation was sent to the first answer that tells of it */
    record Outcome(Histogram delays, long goodAfterRevoked) {}

    Outcome run(Feeder feeder, Statuses statuses, long firstSerial) throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            var clients = new ArrayList<Future<Histogram>>();
            for (var i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(client(i)));
            }
            var began = System.nanoTime();
            for (var i = 0; i < requests.length; i++) {
                LockSupport.parkNanos(began + (long) (i * NANOS_PER_SECOND / rate) - System.nanoTime());
                sentAt.set(i, System.nanoTime());
                feeder.send(statuses.revoked(firstSerial + i));
            }
            feeder.flush();
            var delays = new Histogram(MICROS_MAX, DIGITS);
            for (var client : clients) {
                delays.add(client.get());
            }
            return new Outcome(delays, goodAfterRevoked.get());
        } catch (ExecutionException e) {
            throw new IOException("A client was not answered", e);
        }
    }

    private Callable<Histogram> client(int number) {
        return () -> {
            var delays = new Histogram(MICROS_MAX, DIGITS);
            var pending = new ArrayDeque<Integer>();
            var next = number * ONE_OF;
            try (var exchange = new Exchange(port)) {
                while (next < requests.length || !pending.isEmpty()) {
                    while (next < requests.length && sentAt.get(next) != 0) {
                        pending.add(next);
                        next += CLIENTS * ONE_OF;
                    }
                    if (!pending.isEmpty()) {
                        askOne(exchange, pending, delays);
                    }
                    LockSupport.parkNanos(REST_NANOS);
                }
            }
            return delays;
        };
    }

    private void askOne(Exchange exchange, ArrayDeque<Integer> pending, Histogram delays) throws IOException {
        var one = pending.remove();
        var wasHeard = heard.get(one) != 0;
        var said = Questions.said(exchange.ask(requests[one]));
        var waited = System.nanoTime() - sentAt.get(one);
        switch (said) {
            case REVOKED -> {
                if (!wasHeard) {
                    delays.recordValue(Math.clamp(waited / NANOS_PER_MICRO, 0, MICROS_MAX));
                    heard.set(one, 1);
                    // Once more, when others have been asked about in between.
                    pending.add(one);
                }
            }
            case GOOD, NOTHING -> {
                if (wasHeard && said == Questions.Said.GOOD) {
                    goodAfterRevoked.incrementAndGet();
                }
                if (waited > HEARD_WITHIN.toNanos()) {
                    throw new IOException("Nothing is heard of a revocation for " + HEARD_WITHIN);
                }
                pending.add(one);
            }
        }
    }
}
