package jp.tenkyo.benchmarks.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Statuses of made-up certificates, as lifecycle-service would write them. */
final class Statuses implements AutoCloseable {

    /** Serials have four bytes. */
    static final long FIRST_SERIAL = 0x2000_0000L;

    private static final Instant NOT_BEFORE = Instant.parse("2025-10-27T01:00:00Z");
    private static final Instant NOT_AFTER = Instant.parse("2030-02-17T14:59:59Z");
    private static final String MUNICIPALITY = "012246";

    private final String issuerKeyId;
    private final MessageCodec<CertificateStatus> codec;

    Statuses(String issuerKeyId, Map<String, String> registry) {
        this.issuerKeyId = issuerKeyId;
        this.codec = new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry);
    }

    ProducerRecord<byte[], byte[]> good(long serial) {
        return record(serial, CertificateState.GOOD, 1);
    }

    ProducerRecord<byte[], byte[]> revoked(long serial) {
        return record(serial, CertificateState.REVOKED, 2);
    }

    private ProducerRecord<byte[], byte[]> record(long serial, CertificateState state, int version) {
        var isRevoked = state == CertificateState.REVOKED;
        var id = issuerKeyId + ":" + Long.toHexString(serial);
        var status = CertificateStatus.newBuilder()
                .setCertificateId(id)
                .setKind(CertificateKind.SIGNING)
                .setCarrier(Carrier.CARD)
                .setStatus(state)
                .setReason(isRevoked ? RevocationReason.affiliationChanged : null)
                .setRevokedAt(isRevoked ? NOT_BEFORE.plusSeconds(1) : null)
                .setNotBefore(NOT_BEFORE)
                .setNotAfter(NOT_AFTER)
                .setMunicipality(MUNICIPALITY)
                .setVersion(version)
                .setRecordedAt(NOT_BEFORE.plusSeconds(version))
                .build();
        return new ProducerRecord<>(Topic.CERTIFICATE_STATUS.topicName(), id.getBytes(UTF_8), codec.encode(status));
    }

    @Override
    public void close() {
        codec.close();
    }
}
