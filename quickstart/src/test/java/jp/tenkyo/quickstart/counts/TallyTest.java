package jp.tenkyo.quickstart.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.NoticeDelivery;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.schemas.Topic;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final Tally tally = new Tally();

    @Test
    void a_certificate_counts_under_its_present_status_alone() {
        tally.add(Topic.CERTIFICATE_STATUS, status("a:1", CertificateState.GOOD));
        tally.add(Topic.CERTIFICATE_STATUS, status("a:2", CertificateState.GOOD));
        tally.add(Topic.CERTIFICATE_STATUS, status("a:1", CertificateState.REVOKED));

        assertThat(tally.counts())
                .containsAllEntriesOf(Map.of("certificates", 2L, "status.GOOD", 1L, "status.REVOKED", 1L));
    }

    @Test
    void a_delivery_counts_under_the_stage_that_its_notice_id_names() {
        tally.add(Topic.NOTICE_DELIVERIES, delivery("h-1/CARD/WINDOW_OPENED/2026-11-22"));
        tally.add(Topic.NOTICE_DELIVERIES, delivery("h-1/CARD/SIGNING_REVOKED/2026-11-22/a:1/2"));

        assertThat(tally.counts())
                .containsAllEntriesOf(Map.of(
                        "notice.WINDOW_OPENED.SENT", 1L, "notice.SIGNING_REVOKED.SENT", 1L, "delivery.SENT", 2L));
    }

    @Test
    void a_dead_letter_is_an_outcome_of_its_input() {
        tally.add(Topic.RESIDENT_CHANGES, null);
        tally.add(Topic.RESIDENT_CHANGES_DLQ, null);

        assertThat(tally.outcomesOf(Topic.RESIDENT_CHANGES)).isEqualTo(1);
        assertThat(tally.count("dead-letters")).isEqualTo(1);
    }

    private static NoticeDeliveryMessage delivery(String noticeId) {
        return NoticeDeliveryMessage.newBuilder()
                .setId(noticeId)
                .setSource("/test")
                .setOccurredAt(NOW)
                .setRecordedAt(NOW)
                .setDelivery(NoticeDelivery.newBuilder()
                        .setNoticeId(noticeId)
                        .setHolderId("h-1")
                        .setOutcome(DeliveryOutcome.SENT)
                        .setAttempt(1)
                        .build())
                .build();
    }

    private static CertificateStatus status(String certificateId, CertificateState state) {
        return CertificateStatus.newBuilder()
                .setCertificateId(certificateId)
                .setKind(CertificateKind.SIGNING)
                .setCarrier(Carrier.CARD)
                .setStatus(state)
                .setNotBefore(NOW)
                .setNotAfter(NOW)
                .setMunicipality("012246")
                .setVersion(1)
                .setRecordedAt(NOW)
                .build();
    }
}
