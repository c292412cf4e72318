package jp.tenkyo.quickstart.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.NoticeDelivery;
import jp.tenkyo.avro.NoticePlanned;
import jp.tenkyo.avro.NoticedCertificate;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.quickstart.city.Reminder;
import jp.tenkyo.quickstart.city.Turn;
import jp.tenkyo.quickstart.city.YearTruth;

/** What would stand on the topics if all went by the rules; then something can be left out or added. */
final class RightYear {

    static final Instant WRITTEN = Instant.parse("2026-11-22T00:00:00Z");

    private final YearTruth truth;
    private final YearFacts facts = new YearFacts();

    RightYear(YearTruth truth) {
        this.truth = truth;
    }

    YearFacts facts() {
        return facts;
    }

    RightYear statuses(Predicate<Turn> told) {
        truth.certificates().forEach(one -> {
            var version = 0;
            for (var turn : one.turns()) {
                version++;
                if (told.test(turn)) {
                    status(one, turn, version);
                }
            }
        });
        return this;
    }

    void status(YearTruth.OfCertificate one, Turn turn, int version) {
        facts.see(CertificateStatus.newBuilder()
                .setCertificateId(one.certificateId())
                .setKind(one.kind())
                .setCarrier(Carrier.CARD)
                .setStatus(turn.state())
                .setReason(turn.reason())
                .setRevokedAt(null)
                .setNotBefore(WRITTEN)
                .setNotAfter(WRITTEN)
                .setMunicipality("012246")
                .setVersion(version)
                .setRecordedAt(nineOn(turn.on()))
                .build());
    }

    RightYear outcomes(Predicate<String> decided, Outcome outcome) {
        truth.inputs().forEach((id, times) -> {
            for (var i = 0; i < times && decided.test(id); i++) {
                outcome(id, outcome);
            }
        });
        return this;
    }

    void outcome(String id, Outcome outcome) {
        facts.see(
                InputDecided.newBuilder()
                        .setInputId(id)
                        .setInputTopic("resident-changes")
                        .setInputPartition(0)
                        .setInputOffset(0)
                        .setHolderId("holder")
                        .setInputType("DIED")
                        .setMunicipality(null)
                        .setRecordNumber(null)
                        .setOutcome(outcome)
                        .setCode("REVOKED")
                        .setRules(List.of())
                        .setFindings(List.of())
                        .setCertificateIds(List.of())
                        .setRecordedAt(WRITTEN)
                        .build(),
                WRITTEN);
    }

    RightYear reminders(Predicate<Reminder> planned) {
        truth.reminders()
                .filter(planned)
                .forEach(one -> reminder(one, one.dueOn(), "holder-of-" + one.certificateId()));
        return this;
    }

    void reminder(Reminder one, LocalDate plannedOn, String holder) {
        var id = holder + "/CARD/" + one.stage() + "/" + one.dueOn() + "/" + plannedOn;
        var certificates = new ArrayList<NoticedCertificate>();
        certificates.add(NoticedCertificate.newBuilder()
                .setCertificateId(one.certificateId())
                .setKind(CertificateKind.SIGNING)
                .setNotAfter(WRITTEN)
                .build());
        facts.see(
                NoticePlanned.newBuilder()
                        .setNoticeId(id)
                        .setHolderId(holder)
                        .setCarrier(Carrier.CARD)
                        .setStage(one.stage())
                        .setDueOn(one.dueOn())
                        .setMunicipality("012246")
                        .setCertificates(certificates)
                        .setChangeReason(null)
                        .setChanged(List.of())
                        .setCause(null)
                        .build(),
                nineOn(plannedOn),
                WRITTEN);
        delivery(id, holder, WRITTEN);
    }

    void delivery(String noticeId, String holder, Instant at) {
        facts.see(
                NoticeDelivery.newBuilder()
                        .setNoticeId(noticeId)
                        .setHolderId(holder)
                        .setOutcome(DeliveryOutcome.SENT)
                        .setAttempt(1)
                        .setDetail(null)
                        .build(),
                at);
    }

    private static Instant nineOn(LocalDate day) {
        return day.atTime(9, 0).atZone(YearFacts.TOKYO).toInstant();
    }
}
