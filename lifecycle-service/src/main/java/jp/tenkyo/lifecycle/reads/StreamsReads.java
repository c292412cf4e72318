package jp.tenkyo.lifecycle.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Asks the stores of this instance; for a key that another one holds, says which. */
final class StreamsReads implements Reads {

    private final Supplier<Optional<KafkaStreams>> streams;
    private final StoredMessages messages;
    private final ReadsLag lag;
    private final HostInfo self;

    /** @param self what is set as {@code application.server} */
    StreamsReads(Supplier<Optional<KafkaStreams>> streams, StoredMessages messages, ReadsLag lag, HostInfo self) {
        this.streams = streams;
        this.messages = messages;
        this.lag = lag;
        this.self = self;
    }

    @Override
    public Optional<CertificateView> certificate(String certificateId) {
        return this.<byte[]>get(ReadStores.CERTIFICATES, certificateId)
                .map(messages::status)
                .map(CertificateView::of);
    }

    @Override
    public Optional<HolderRecord> holder(String holderId) {
        return this.<HolderRecord>get(ReadStores.READ_HOLDERS, holderId)
                .or(() -> entries(holderId).isEmpty() ? Optional.empty() : Optional.of(HolderRecord.NONE));
    }

    @Override
    public List<TimelineStep> timeline(String holderId) {
        var steps = EventFold.timeline(
                entries(holderId).stream().map(messages::event).toList());
        return steps.subList(Math.max(0, steps.size() - ReadStores.STEPS_KEPT), steps.size());
    }

    private List<byte[]> entries(String holderId) {
        var running = running();
        requireHere(running, ReadStores.TIMELINES, holderId);
        try (var entries = this.<byte[]>store(running, ReadStores.TIMELINES)
                .range(ReadStores.entryKey(holderId, 0), ReadStores.entryKey(holderId, Long.MAX_VALUE))) {
            var found = new ArrayList<byte[]>();
            entries.forEachRemaining(entry -> found.add(entry.value));
            return List.copyOf(found);
        } catch (InvalidStateStoreException e) {
            throw moving(e);
        }
    }

    @Override
    public DecisionPage decisions(String after, int size) {
        try {
            return new StoredDecisions(running(), self).page(after, size);
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw moving(e);
        }
    }

    @Override
    public long recordsBehind() {
        return lag.recordsBehind();
    }

    private <T> Optional<T> get(String store, String key) {
        var running = running();
        requireHere(running, store, key);
        try {
            return Optional.ofNullable(this.<T>store(running, store).get(key));
        } catch (InvalidStateStoreException e) {
            throw moving(e);
        }
    }

    private KafkaStreams running() {
        if (!lag.hasCaughtUp()) {
            throw new ReadsUnavailableException("The reads are still catching up.");
        }
        return streams.get().orElseThrow(() -> new ReadsUnavailableException("The reads are not started."));
    }

    private void requireHere(KafkaStreams running, String store, String key) {
        try {
            var metadata = running.queryMetadataForKey(store, key, new StringSerializer());
            if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                throw new ReadsUnavailableException("The reads are being moved between instances.");
            }
            if (!metadata.activeHost().equals(self)) {
                throw new ElsewhereException(metadata.activeHost().host() + ":"
                        + metadata.activeHost().port());
            }
        } catch (StreamsNotStartedException | IllegalStateException e) {
            throw moving(e);
        }
    }

    private <T> ReadOnlyKeyValueStore<String, T> store(KafkaStreams running, String name) {
        return running.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, T>keyValueStore()));
    }

    private static ReadsUnavailableException moving(RuntimeException e) {
        return new ReadsUnavailableException("The reads are starting or being moved between instances.", e);
    }
}
