package jp.tenkyo.benchmarks.bed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistration;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ResidentChange;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.schemas.CloudEventHeaders;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Made-up residents, by number from 0. Each holds a signing and an authentication certificate on the card, and then
 * moves within the municipality, which ends the signing one: every change has a status that follows.
 */
public final class Population implements AutoCloseable {

    private static final String SOURCE = "/tenkyo/benchmarks";
    private static final String CHITOSE = "012246";
    private static final String SIGNING_KEY = "5a".repeat(20);
    private static final String AUTHENTICATION_KEY = "c3".repeat(20);
    private static final Instant NOT_BEFORE = Instant.parse("2025-10-27T01:00:00Z");

    /** What the rule book says for this birthday and {@link #NOT_BEFORE}, so that there is no finding. */
    private static final String DATE_OF_BIRTH = "1980-02-17";

    private static final Instant NOT_AFTER = Instant.parse("2030-02-17T14:59:59Z");

    private static final int SERIAL_FIRST = 0x20000000;
    private static final int HEX = 16;

    private final LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(1);
    private final Instant recordedAt = Instant.now();
    private final MessageCodec<CertificateRequestMessage> requests;
    private final MessageCodec<ResidentChangeMessage> changes;

    public Population(Map<String, ?> registry) {
        requests = new MessageCodec<>(Topic.CERTIFICATE_REQUESTS, CertificateRequestMessage.class, registry);
        changes = new MessageCodec<>(Topic.RESIDENT_CHANGES, ResidentChangeMessage.class, registry);
    }

    public static String holderId(int resident) {
        return HexFormat.of().toHexDigits(resident * 0x9E3779B97F4A7C15L)
                + HexFormat.of().toHexDigits(resident);
    }

    /** The resident whose certificate that is. */
    public static int residentOf(byte[] certificateId) {
        var text = new String(certificateId, UTF_8);
        return Integer.parseInt(text.substring(text.indexOf(':') + 1), HEX) - SERIAL_FIRST;
    }

    /** That the certificate was made, by the issuer that makes those of its kind. */
    public ProducerRecord<byte[], byte[]> issue(int resident, CertificateKind kind) {
        return issue(resident, kind, kind == CertificateKind.SIGNING ? SIGNING_KEY : AUTHENTICATION_KEY);
    }

    /** That the certificate was made, with that issuer's key. */
    public ProducerRecord<byte[], byte[]> issue(int resident, CertificateKind kind, String issuerKeyId) {
        return issue(resident, kind, issuerKeyId, NOT_AFTER);
    }

    /** That a signing certificate was made whose last second that is. */
    public ProducerRecord<byte[], byte[]> issueUntil(int resident, Instant notAfter) {
        return issue(resident, CertificateKind.SIGNING, SIGNING_KEY, notAfter);
    }

    private ProducerRecord<byte[], byte[]> issue(
            int resident, CertificateKind kind, String issuerKeyId, Instant notAfter) {
        var id = "issue-" + kind.name().charAt(0) + "-" + resident;
        var registration = CertificateRegistration.newBuilder()
                .setRequestId(id)
                .setHolderId(holderId(resident))
                .setMunicipality(CHITOSE)
                .setCarrier(Carrier.CARD)
                .setKind(kind)
                .setIssuerKeyId(issuerKeyId)
                .setSerial(Integer.toHexString(SERIAL_FIRST + resident))
                .setNotBefore(NOT_BEFORE)
                .setNotAfter(notAfter)
                .setDateOfBirth(DATE_OF_BIRTH)
                .setRecordNumber(1)
                .build();
        var value = requests.encode(CertificateRequestMessage.newBuilder()
                .setId(id)
                .setSource(SOURCE)
                .setOccurredAt(NOT_BEFORE)
                .setRecordedAt(recordedAt)
                .setIssue(registration)
                .build());
        return record(Topic.CERTIFICATE_REQUESTS, resident, value, id, "jp.tenkyo.CertificateRegistration");
    }

    /** That the resident has moved within the municipality. */
    public ProducerRecord<byte[], byte[]> move(int resident) {
        return change(resident, 2, ChangeReason.MOVED_WITHIN_MUNICIPALITY);
    }

    /**
     * That the resident's address is written in another way, which ends nothing.
     *
     * @param recordNumber of the correction: 2 for the first
     */
    public ProducerRecord<byte[], byte[]> minorCorrection(int resident, int recordNumber) {
        return change(resident, recordNumber, ChangeReason.MINOR_CORRECTION);
    }

    private ProducerRecord<byte[], byte[]> change(int resident, int recordNumber, ChangeReason reason) {
        var id = "change-" + resident + "-" + recordNumber;
        var change = ResidentChange.newBuilder()
                .setEventId(id)
                .setHolderId(holderId(resident))
                .setMunicipality(CHITOSE)
                .setRecordNumber(recordNumber)
                .setReason(reason)
                .setChanged(List.of())
                .setEventDate(yesterday)
                .setProcessedDate(yesterday)
                .build();
        var value = changes.encode(ResidentChangeMessage.newBuilder()
                .setId(id)
                .setSource(SOURCE)
                .setOccurredAt(recordedAt)
                .setRecordedAt(recordedAt)
                .setChange(change)
                .build());
        return record(Topic.RESIDENT_CHANGES, resident, value, id, "jp.tenkyo.ResidentChange");
    }

    private ProducerRecord<byte[], byte[]> record(Topic topic, int resident, byte[] value, String id, String type) {
        var record = new ProducerRecord<>(topic.topicName(), holderId(resident).getBytes(UTF_8), value);
        CloudEventHeaders.add(record.headers(), id, SOURCE, type, recordedAt);
        return record;
    }

    @Override
    public void close() {
        requests.close();
        changes.close();
    }
}
