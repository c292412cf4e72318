package jp.tenkyo.quickstart.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.Cause;
import jp.tenkyo.avro.CauseKind;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.Finding;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.NoticeDelivery;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.avro.NoticePlanned;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.NoticedCertificate;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.quickstart.city.Expected;
import jp.tenkyo.quickstart.city.Truth;
import org.jspecify.annotations.Nullable;

/** Facts that are just what the truth asks for, to be tampered with. */
final class RightFacts {

    static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
    private static final String SOURCE = "/test";

    final Facts facts = new Facts();
    final List<Mail> mails = new ArrayList<>();
    final Set<String> refused;

    RightFacts(Truth truth) {
        truth.certificates().forEach(this::stand);
        truth.inputs().forEach(this::decide);
        truth.notices().filter(notice -> notice.min() > 0).forEach(this::tell);
        refused = truth.refusals().map(Expected.OfRefusal::eventId).collect(Collectors.toSet());
    }

    private void stand(Expected.OfCertificate expected) {
        facts.see(status(expected.certificateId(), CertificateState.GOOD, null, 1));
        if (expected.status() != CertificateState.GOOD) {
            facts.see(status(expected.certificateId(), expected.status(), expected.reason(), 2));
        }
    }

    private void decide(Expected.OfInput expected) {
        expected.answers()
                .forEach(answer -> facts.see(decided(
                        expected.inputId(),
                        answer.outcomes().iterator().next(),
                        answer.code() == null ? "ANY" : answer.code(),
                        answer.findings())));
    }

    private void tell(Expected.OfNotice expected) {
        var noticeId = expected.holderId() + "/" + expected.carrier() + "/" + expected.stage();
        plan(noticeId, expected.holderId(), expected.carrier(), expected.stage(), expected.certificateIds());
        deliver(noticeId, expected.holderId(), expected.outcome());
        if (expected.outcome() == DeliveryOutcome.SENT) {
            mails.add(new Mail("<" + noticeId + ">", Truth.mailOf(expected.holderId())));
        }
    }

    void plan(String noticeId, String holderId, Carrier carrier, NoticeStage stage, List<String> certificateIds) {
        var planned = NoticePlanned.newBuilder()
                .setNoticeId(noticeId)
                .setHolderId(holderId)
                .setCarrier(carrier)
                .setStage(stage)
                .setDueOn(LocalDate.of(2026, 11, 22))
                .setChanged(List.of())
                .setMunicipality("012246")
                .setCertificates(certificateIds.stream()
                        .map(id -> new NoticedCertificate(id, CertificateKind.SIGNING, AT))
                        .toList())
                .build();
        facts.see(NoticeMessage.newBuilder()
                .setId(noticeId)
                .setSource(SOURCE)
                .setOccurredAt(AT)
                .setRecordedAt(AT)
                .setPlanned(planned)
                .build());
    }

    void deliver(String noticeId, String holderId, DeliveryOutcome outcome) {
        facts.see(NoticeDeliveryMessage.newBuilder()
                .setId(noticeId)
                .setSource(SOURCE)
                .setOccurredAt(AT)
                .setRecordedAt(AT)
                .setDelivery(new NoticeDelivery(noticeId, holderId, outcome, 1, null))
                .build());
    }

    static CertificateStatus status(
            String certificateId, CertificateState state, @Nullable RevocationReason reason, int version) {
        return CertificateStatus.newBuilder()
                .setCertificateId(certificateId)
                .setKind(CertificateKind.SIGNING)
                .setCarrier(Carrier.CARD)
                .setStatus(state)
                .setReason(reason)
                .setNotBefore(AT)
                .setNotAfter(AT)
                .setMunicipality("012246")
                .setVersion(version)
                .setRecordedAt(AT)
                .build();
    }

    static CertificateEventMessage decided(String inputId, Outcome outcome, String code, Set<String> findings) {
        var decided = InputDecided.newBuilder()
                .setInputId(inputId)
                .setInputTopic("resident-changes")
                .setInputPartition(0)
                .setInputOffset(0)
                .setHolderId("h-1")
                .setInputType("ANY")
                .setOutcome(outcome)
                .setCode(code)
                .setFindings(findings.stream()
                        .map(finding -> new Finding(finding, null, null))
                        .toList())
                .setRecordedAt(AT)
                .build();
        return CertificateEventMessage.newBuilder()
                .setId(inputId)
                .setSource(SOURCE)
                .setOccurredAt(AT)
                .setRecordedAt(AT)
                .setHolderId("h-1")
                .setCause(new Cause(CauseKind.INPUT, inputId))
                .setRule("any")
                .setPolicyVersion("1")
                .setInputDecided(decided)
                .build();
    }

    Summary compared(Truth truth) {
        return new Comparison(truth, facts, refused, mails).summary();
    }
}
