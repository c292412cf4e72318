package jp.tenkyo.lifecycle.door;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenkyo.lifecycle.contract.Outgoing;
import org.apache.kafka.common.KafkaException;

/**
 * Sends each request in a Kafka transaction of its own, so that a request that fails half way leaves nothing that a
 * reader of committed records could decide.
 *
 * <p>A producer serves one transaction at a time; a bounded number of {@link SendingLane}s is kept. Their transactional
 * ids are drawn anew with every start: a lane keeps nothing that a successor could pick up, and what a killed process
 * left open the broker ends by itself.
 */
final class KafkaOutbox implements Outbox, AutoCloseable {

    private static final int LANES_MAX = 8;

    private final SendingSettings settings;
    private final String transactionalIdPrefix = "tenkyo-lifecycle-door-" + UUID.randomUUID() + "-";
    private final AtomicInteger opened = new AtomicInteger();
    private final Semaphore permits = new Semaphore(LANES_MAX, true);
    private final ConcurrentLinkedDeque<SendingLane> idle = new ConcurrentLinkedDeque<>();

    KafkaOutbox(SendingSettings settings) {
        this.settings = settings;
    }

    @Override
    public void sendAll(List<Outgoing> records, TraceContext trace) {
        if (records.isEmpty()) {
            return;
        }
        awaitPermit();
        try {
            sendInOneTransaction(records, trace);
        } finally {
            permits.release();
        }
    }

    private void awaitPermit() {
        try {
            if (!permits.tryAcquire(SendingSettings.DELIVER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BrokerUnavailableException("All ways to the broker are busy.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailableException("The service is stopping.", e);
        }
    }

    private void sendInOneTransaction(List<Outgoing> records, TraceContext trace) {
        var lane = takeLane();
        try {
            lane.sendAll(records, trace);
            idle.push(lane);
        } catch (KafkaException e) {
            // What state the producer is in is unknown: the next request gets a new one.
            lane.discard();
            throw new BrokerUnavailableException("The broker did not acknowledge in time.", e);
        } catch (RuntimeException e) {
            lane.discard();
            throw e;
        }
    }

    private SendingLane takeLane() {
        var lane = idle.poll();
        if (lane != null) {
            return lane;
        }
        try {
            return SendingLane.open(settings, transactionalIdPrefix + opened.incrementAndGet());
        } catch (KafkaException e) {
            throw new BrokerUnavailableException("The broker does not answer.", e);
        }
    }

    @Override
    public void close() {
        for (var lane = idle.poll(); lane != null; lane = idle.poll()) {
            lane.close();
        }
    }
}
