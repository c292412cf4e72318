package jp.tenkyo.lifecycle.reads;

import java.util.Optional;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps every holder's certificates and the last steps of the holder's history. */
final class HolderProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final ReadsSettings settings;
    private final RegistryPatience patience;
    private final ReadsMetrics metrics;

    @SuppressWarnings("NullAway.Init") // Set by init, which Kafka Streams calls first.
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init") // Set by init, which Kafka Streams calls first.
    private MessageReader<CertificateEventMessage> reader;

    @SuppressWarnings("NullAway.Init") // Set by init, which Kafka Streams calls first.
    private KeyValueStore<String, HolderRecord> holders;

    @SuppressWarnings("NullAway.Init") // Set by init, which Kafka Streams calls first.
    private KeyValueStore<String, TimelineStep> timelines;

    HolderProcessor(ReadsSettings settings, RegistryPatience patience, ReadsMetrics metrics) {
        this.settings = settings;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        reader = new MessageReader<>(
                Topic.CERTIFICATE_EVENTS,
                CertificateEventMessage.class,
                HolderProcessor::keyOf,
                settings,
                patience,
                context);
        holders = context.getStateStore(ReadStores.READ_HOLDERS);
        timelines = context.getStateStore(ReadStores.TIMELINES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var message = reader.read(record);
        if (message == null) {
            return;
        }
        if (message.getHolderId().isEmpty()) {
            // The outcome of an input that concerns no one holder.
            metrics.decided(message, record.timestamp());
            return;
        }
        var stored = holders.get(message.getHolderId());
        var holder = stored == null ? HolderRecord.NONE : stored;
        var offset = context.recordMetadata().orElseThrow().offset();
        if (offset > holder.lastOffset()) {
            var steps = keep(message.getHolderId(), holder.steps(), EventFold.step(message));
            // Last: after a crash in between, the step is written again over itself.
            holders.put(message.getHolderId(), EventFold.apply(holder, message).at(offset, steps));
            metrics.decided(message, record.timestamp());
        }
    }

    /** The outcome of an issuer event has the issuerKeyId as its key, which its body does not name. */
    private static Optional<String> keyOf(CertificateEventMessage message) {
        return Optional.of(message.getHolderId()).filter(holderId -> !holderId.isEmpty());
    }

    private long keep(String holderId, long steps, TimelineStep step) {
        var lastKey = ReadStores.stepKey(holderId, steps - 1);
        var last = timelines.get(lastKey);
        if (last != null && last.isContinuedBy(step)) {
            timelines.put(lastKey, last.with(step));
            return steps;
        }
        timelines.put(ReadStores.stepKey(holderId, steps), step);
        if (steps >= ReadStores.STEPS_KEPT) {
            timelines.delete(ReadStores.stepKey(holderId, steps - ReadStores.STEPS_KEPT));
        }
        return steps + 1;
    }

    @Override
    public void close() {
        reader.close();
    }
}
