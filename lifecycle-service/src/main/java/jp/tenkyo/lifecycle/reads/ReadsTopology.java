package jp.tenkyo.lifecycle.reads;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The reads: {@code certificate-status} and {@code certificate-events} into stores that can be asked.
 *
 * <p>At least once is enough: both stores know what they have taken in already (a certificate's version, a holder's
 * last offset), and a dead letter that is written twice does no harm.
 */
public final class ReadsTopology implements BiConsumer<KStream<byte[], byte[]>, KStream<byte[], byte[]>> {

    private final ReadsSettings settings;
    private final RegistryPatience patience;
    private final ReadsMetrics metrics;

    public ReadsTopology(ReadsSettings settings, RegistryPatience patience, ReadsMetrics metrics) {
        this.settings = settings;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Override
    public void accept(KStream<byte[], byte[]> statuses, KStream<byte[], byte[]> events) {
        deadLetters(
                statuses.process(
                        supplier(
                                () -> new CertificateProcessor(settings, patience, metrics),
                                ReadStores.ofCertificates()),
                        Named.as("read-certificates")),
                Topic.CERTIFICATE_STATUS);
        deadLetters(
                events.process(
                        supplier(() -> new HolderProcessor(settings, patience, metrics), ReadStores.ofHolders()),
                        Named.as("read-holders")),
                Topic.CERTIFICATE_EVENTS);
    }

    private static void deadLetters(KStream<byte[], byte[]> poison, Topic topic) {
        var to = topic.deadLetters().topicName();
        poison.to(to, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("sink-" + to));
    }

    private static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(
            Supplier<Processor<byte[], byte[], byte[], byte[]>> processors, Set<StoreBuilder<?>> stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return processors.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }
}
