package jp.tenkyo.lifecycle.contract;

import java.util.Map;
import java.util.Optional;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;

/** Finds in {@code certificate-events} what they tell of record numbers. Not safe for use by several threads. */
public final class RecordTraces implements AutoCloseable {

    private final MessageCodec<CertificateEventMessage> events;
    private long unreadable;

    /** @param registry settings of the registry client */
    public RecordTraces(Map<String, ?> registry) {
        events = new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry);
    }

    /**
     * @return empty for an event that is about something else, or that cannot be read
     * @throws jp.tenkyo.schemas.RegistryUnavailableException if the schema is not known and the registry is away
     */
    public Optional<RecordTrace> find(byte[] value) {
        return switch (events.decode(value)) {
            case Decoded.Understood<CertificateEventMessage>(var message) -> traceIn(message);
            case Decoded.Poison<CertificateEventMessage> _ -> {
                unreadable++;
                yield Optional.empty();
            }
        };
    }

    /** How many events could not be read so far. */
    public long unreadable() {
        return unreadable;
    }

    private static Optional<RecordTrace> traceIn(CertificateEventMessage message) {
        if (message.getInputDecided() != null) {
            return seen(message.getInputDecided());
        }
        var opened = message.getRecordGapOpened();
        if (opened != null) {
            return Optional.of(new RecordTrace.GapOpened(
                    opened.getMunicipality(),
                    Optional.ofNullable(opened.getFromNumber()),
                    Optional.ofNullable(opened.getToNumber())));
        }
        return Optional.ofNullable(message.getRecordGapClosed())
                .map(closed -> new RecordTrace.GapClosed(
                        closed.getMunicipality(),
                        closed.getRecordNumber(),
                        Optional.ofNullable(closed.getStillMissing())));
    }

    /** A refused input has left no trace in the holder's state. */
    private static Optional<RecordTrace> seen(InputDecided decided) {
        var municipality = decided.getMunicipality();
        var number = decided.getRecordNumber();
        return municipality == null || number == null || decided.getOutcome() == Outcome.REJECTED
                ? Optional.empty()
                : Optional.of(new RecordTrace.Seen(municipality, number));
    }

    @Override
    public void close() {
        events.close();
    }
}
