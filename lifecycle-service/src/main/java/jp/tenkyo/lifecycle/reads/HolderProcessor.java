package jp.tenkyo.lifecycle.reads;

import java.util.Optional;
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
    private HolderRecords holders;

    @SuppressWarnings("NullAway.Init") // Set by init, which Kafka Streams calls first.
    private Timelines timelines;

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
                HolderProcessor::keyOf,
                settings,
                patience,
                context);
        holders = new HolderRecords(context.getStateStore(ReadStores.READ_HOLDERS));
        timelines = new Timelines(context.getStateStore(ReadStores.TIMELINES));
        decisions = context.getStateStore(ReadStores.DECISIONS);
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
        timelines.add(
                message.getHolderId(), context.recordMetadata().orElseThrow().offset(), record.value());
        EventFold.needed(message).ifPresent(decision -> decisions.put(decision.key(), decision));
        EventFold.settled(message).ifPresent(decisions::delete);
        if (EventFold.changesHolder(message)) {
            holders.put(message.getHolderId(), EventFold.apply(holders.get(message.getHolderId()), message));
        }
        metrics.decided(message, record.timestamp());
    }

    /** The outcome of an issuer event has the issuerKeyId as its key, which its body does not name. */
    private static Optional<String> keyOf(CertificateEventMessage message) {
        return Optional.of(message.getHolderId()).filter(holderId -> !holderId.isEmpty());
    }

    @Override
    public void close() {
        reader.close();
    }
}
