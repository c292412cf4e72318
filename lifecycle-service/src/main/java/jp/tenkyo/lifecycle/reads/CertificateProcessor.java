package jp.tenkyo.lifecycle.reads;

import java.util.Optional;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the present status of every certificate. */
final class CertificateProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final ReadsSettings settings;
    private final RegistryPatience patience;
    private final ReadsMetrics metrics;

    @SuppressWarnings("NullAway.Init") // Set by init, which Kafka Streams calls first.
    private MessageReader<CertificateStatus> reader;

    @SuppressWarnings("NullAway.Init") // Set by init, which Kafka Streams calls first.
    private KeyValueStore<String, byte[]> certificates;

    CertificateProcessor(ReadsSettings settings, RegistryPatience patience, ReadsMetrics metrics) {
        this.settings = settings;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        reader = new MessageReader<>(
                Topic.CERTIFICATE_STATUS,
                CertificateStatus.class,
                status -> Optional.of(status.getCertificateId()),
                settings,
                patience,
                context);
        certificates = context.getStateStore(ReadStores.CERTIFICATES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var status = reader.read(record);
        if (status == null) {
            return;
        }
        // What is read again after a crash must not take a certificate back to an earlier version.
        var known = certificates.get(status.getCertificateId());
        if (known == null || reader.readStored(known).getVersion() < status.getVersion()) {
            certificates.put(status.getCertificateId(), record.value());
            metrics.statusArrived(record.headers(), record.timestamp());
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
