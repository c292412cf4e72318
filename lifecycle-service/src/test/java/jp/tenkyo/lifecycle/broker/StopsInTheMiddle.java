package jp.tenkyo.lifecycle.broker;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Halts the thread with a certain record that it sends, in the middle of an open transaction and of what one input
 * brings about, and says so: then it can be killed there.
 */
public final class StopsInTheMiddle implements ProducerInterceptor<byte[], byte[]> {

    /** System property: the number of that record, for each producer; 0 never. */
    static final String AT = "stops.at";

    private int left = Integer.getInteger(AT, 0);

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        if (--left == 0) {
            System.out.println(ChildJvm.SAYS + "in the middle");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return record;
    }

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
