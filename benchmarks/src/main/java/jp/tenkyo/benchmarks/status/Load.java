package jp.tenkyo.benchmarks.status;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Clients side by side, each with its own connection.
 *
 * @param request of a running number from 0; clients take the numbers in turn
 */
record Load(int port, int clients, IntFunction<byte[]> request) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int NANOS_PER_MICRO = 1000;
    private static final long MICROS_MAX = 60_000_000;
    private static final int DIGITS = 3;
    private static final int CONNECTED_WITHIN_S = 30;

    /** As many as it gives: each client asks again as soon as it was answered. @return answers a second */
    double most(Duration length) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        var began = System.nanoTime();
        var until = began + length.toNanos();
        var answers = together(() -> {
            var count = 0L;
            try (var exchange = new Exchange(port)) {
                while (System.nanoTime() < until) {
                    exchange.ask(request.apply(next.getAndIncrement()));
                    count++;
                }
            }
            return count;
        });
        return answers.stream().mapToLong(Long::longValue).sum() * NANOS_PER_SECOND / (System.nanoTime() - began);
    }

    /** Each number once. @return answers a second */
    double each(int count) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        var began = System.nanoTime();
        together(() -> {
            try (var exchange = new Exchange(port)) {
                for (var number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    exchange.ask(request.apply(number));
                }
            }
            return 0L;
        });
        return count * NANOS_PER_SECOND / (System.nanoTime() - began);
    }

    /**
     * At a set rate, whether answers come or not: what waits because others are late counts from when it was to be
     * sent.
     *
     * @return delays in microseconds
     */
    Histogram at(double rate, Duration length) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        var began = new AtomicLong();
        // Threads and connections are there before the timetable begins: what they take is no answer's delay.
        var ready = new CyclicBarrier(clients, () -> began.set(System.nanoTime()));
        var total = (int) (rate * length.toNanos() / NANOS_PER_SECOND);
        var delays = together(() -> {
            var own = new Histogram(MICROS_MAX, DIGITS);
            try (var exchange = new Exchange(port)) {
                exchange.ask(request.apply(0));
                ready.await(CONNECTED_WITHIN_S, TimeUnit.SECONDS);
                for (var number = next.getAndIncrement(); number < total; number = next.getAndIncrement()) {
                    var due = began.get() + (long) (number * NANOS_PER_SECOND / rate);
                    LockSupport.parkNanos(due - System.nanoTime());
                    exchange.ask(request.apply(number));
                    own.recordValue(Math.clamp((System.nanoTime() - due) / NANOS_PER_MICRO, 0, MICROS_MAX));
                }
            }
            return own;
        });
        var all = new Histogram(MICROS_MAX, DIGITS);
        delays.forEach(all::add);
        return all;
    }

    private <T> List<T> together(Callable<T> client) throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < clients; i++) {
                running.add(threads.submit(client));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IOException("A client was not answered", e);
        }
    }
}
