package jp.tenkyo.status;

import java.time.Instant;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.status.core.Carrier;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Kind;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;

/** Statuses of made-up certificates. */
public final class Rows {

    public static final String ISSUER = "00112233445566778899aabbccddeeff00112233";
    public static final String OTHER_ISSUER = "ff112233445566778899aabbccddeeff00112233";
    public static final Instant NOT_BEFORE = Instant.parse("2025-10-27T01:00:00Z");
    public static final Instant NOT_AFTER = Instant.parse("2030-02-17T14:59:59Z");
    public static final Instant ENDED = Instant.parse("2026-11-22T03:04:05.678Z");
    public static final String MUNICIPALITY = "012246";

    private Rows() {}

    public static CertificateId id(String serial) {
        return new CertificateId(ISSUER, serial);
    }

    public static StatusRow good(CertificateId id, int version) {
        return row(id, Status.GOOD, null, null, version);
    }

    public static StatusRow hold(CertificateId id, int version) {
        return row(id, Status.HOLD, Reason.CERTIFICATE_HOLD, ENDED, version);
    }

    public static StatusRow revoked(CertificateId id, int version) {
        return row(id, Status.REVOKED, Reason.AFFILIATION_CHANGED, ENDED, version);
    }

    public static StatusRow expired(CertificateId id, int version) {
        return row(id, Status.EXPIRED, null, null, version);
    }

    public static StatusRow row(
            CertificateId id, Status status, @Nullable Reason why, @Nullable Instant endedAt, int version) {
        return new StatusRow(
                id,
                Kind.SIGNING,
                Carrier.CARD,
                status,
                why,
                endedAt,
                NOT_BEFORE,
                NOT_AFTER,
                MUNICIPALITY,
                version,
                ENDED);
    }

    /** The record that says so. */
    public static CertificateStatus record(StatusRow row) {
        return CertificateStatus.newBuilder()
                .setCertificateId(row.id().toString())
                .setKind(CertificateKind.valueOf(row.kind().name()))
                .setCarrier(jp.tenkyo.avro.Carrier.valueOf(row.carrier().name()))
                .setStatus(CertificateState.valueOf(row.status().name()))
                .setReason(row.reason()
                        .map(reason -> RevocationReason.valueOf(reason.standardName()))
                        .orElse(null))
                .setRevokedAt(row.revokedAt().orElse(null))
                .setNotBefore(row.notBefore())
                .setNotAfter(row.notAfter())
                .setMunicipality(row.municipality())
                .setVersion(row.version())
                .setRecordedAt(row.recordedAt())
                .build();
    }
}
