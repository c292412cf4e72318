package jp.tenkyo.lifecycle.reads;

import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps every holder's certificates, PINs, open decisions and the last steps of the holder's history. */
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

    @SuppressWarnings("NullAway.Init") // Set by init, which Kafka Streams calls first.
    private KeyValueStore<String, DecisionView> decisions;

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
                CertificateEventMessage::getHolderId,
                settings,
                patience,
                context);
        holders = context.getStateStore(ReadStores.READ_HOLDERS);
        timelines = context.getStateStore(ReadStores.TIMELINES);
        decisions = context.getStateStore(ReadStores.DECISIONS);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var message = reader.read(record);
        if (message == null) {
            return;
        }
        var stored = holders.get(message.getHolderId());
        var holder = stored == null ? HolderRecord.NONE : stored;
        var offset = context.recordMetadata().orElseThrow().offset();
        if (offset > holder.lastOffset()) {
            var steps = keep(message.getHolderId(), holder.steps(), EventFold.step(message));
            var after = EventFold.apply(holder, message);
            keepDecisions(holder, after);
            // Last: after a crash in between, the rest is written again over itself.
            holders.put(message.getHolderId(), after.at(offset, steps));
            metrics.decided(message, record.timestamp());
        }
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

    private void keepDecisions(HolderRecord before, HolderRecord after) {
        before.decisions().stream()
                .filter(one -> !after.decisions().contains(one))
                .forEach(one -> decisions.delete(one.key()));
        after.decisions().stream()
                .filter(one -> !before.decisions().contains(one))
                .forEach(one -> decisions.put(one.key(), one));
    }

    @Override
    public void close() {
        reader.close();
    }
}
