package jp.tenkyo.status.contract;

import java.util.Map;
import java.util.Optional;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Routing;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.status.core.Carrier;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Kind;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;

/** Reads records of certificate-status. Not safe for use by several threads. */
public final class StatusContract implements AutoCloseable {

    private final MessageCodec<CertificateStatus> codec;
    private final int partitions;

    /**
     * @param registry settings of the registry client
     * @param partitions of the topic
     */
    public StatusContract(Map<String, ?> registry, int partitions) {
        this.codec = new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry);
        this.partitions = partitions;
    }

    /**
     * @throws jp.tenkyo.schemas.RegistryUnavailableException if the schema's id is not known and the registry is away
     */
    public Reading read(byte @Nullable [] key, byte @Nullable [] value, int partition) {
        var about = key == null ? Optional.<CertificateId>empty() : CertificateId.ofRecordKey(key);
        var misplaced = Routing.<CertificateStatus>fault(key, partition, partitions);
        if (misplaced.isPresent()) {
            return new Reading.Unreadable(about, misplaced.get().cause());
        }
        return about.<Reading>map(id -> read(id, value))
                .orElseGet(() -> new Reading.Unreadable(about, DeadLetterCause.KEY_MISMATCH));
    }

    private Reading read(CertificateId id, byte @Nullable [] value) {
        return switch (codec.decode(value)) {
            case Decoded.Poison<CertificateStatus>(var cause, var _) -> new Reading.Unreadable(Optional.of(id), cause);
            case Decoded.Understood<CertificateStatus>(var status) -> understood(id, status);
        };
    }

    private static Reading understood(CertificateId id, CertificateStatus status) {
        if (!status.getCertificateId().equals(id.toString())) {
            return new Reading.Unreadable(Optional.of(id), DeadLetterCause.KEY_MISMATCH);
        }
        return isWhole(status)
                ? new Reading.Understood(row(id, status))
                : new Reading.Unreadable(Optional.of(id), DeadLetterCause.UNREADABLE);
    }

    /** Ended without saying when or why, or a version that no certificate has: it would be answered, and wrongly. */
    private static boolean isWhole(CertificateStatus status) {
        var ended = status.getStatus() == CertificateState.REVOKED || status.getStatus() == CertificateState.HOLD;
        return status.getVersion() > 0
                && ended == (status.getReason() != null)
                && ended == (status.getRevokedAt() != null);
    }

    private static StatusRow row(CertificateId id, CertificateStatus status) {
        return new StatusRow(
                id,
                switch (status.getKind()) {
                    case SIGNING -> Kind.SIGNING;
                    case AUTHENTICATION -> Kind.AUTHENTICATION;
                    case UNKNOWN -> throw unknown("kind");
                },
                switch (status.getCarrier()) {
                    case CARD -> Carrier.CARD;
                    case PHONE -> Carrier.PHONE;
                    case RESIDENT_CARD -> Carrier.RESIDENT_CARD;
                    case UNKNOWN -> throw unknown("carrier");
                },
                switch (status.getStatus()) {
                    case GOOD -> Status.GOOD;
                    case HOLD -> Status.HOLD;
                    case REVOKED -> Status.REVOKED;
                    case EXPIRED -> Status.EXPIRED;
                    case UNKNOWN -> throw unknown("status");
                },
                reason(status.getReason()),
                status.getRevokedAt(),
                status.getNotBefore(),
                status.getNotAfter(),
                status.getMunicipality(),
                status.getVersion(),
                status.getRecordedAt());
    }

    private static @Nullable Reason reason(@Nullable RevocationReason reason) {
        return switch (reason) {
            case null -> null;
            case unspecified -> Reason.UNSPECIFIED;
            case keyCompromise -> Reason.KEY_COMPROMISE;
            case cACompromise -> Reason.CA_COMPROMISE;
            case affiliationChanged -> Reason.AFFILIATION_CHANGED;
            case superseded -> Reason.SUPERSEDED;
            case cessationOfOperation -> Reason.CESSATION_OF_OPERATION;
            case certificateHold -> Reason.CERTIFICATE_HOLD;
            case UNKNOWN -> throw unknown("reason");
        };
    }

    /** The codec has refused such a record before. */
    private static IllegalStateException unknown(String field) {
        return new IllegalStateException("an unknown symbol in " + field);
    }

    @Override
    public void close() {
        codec.close();
    }
}
