package jp.tenkyo.lifecycle.topology;

import java.util.Map;
import jp.tenkyo.lifecycle.core.Arrivals;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.ChangeMarks;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.MoveOutTimer;
import jp.tenkyo.lifecycle.core.Notice;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinState;
import jp.tenkyo.lifecycle.core.Question;
import jp.tenkyo.lifecycle.core.RecordNumbers;
import jp.tenkyo.lifecycle.core.Residence;
import jp.tenkyo.lifecycle.core.RevocationGround;
import jp.tenkyo.lifecycle.core.Status;
import jp.tenkyo.lifecycle.core.WaitingChange;

/** Writes a holder in the form that {@link HolderReader} reads. Its id is the key of the store and is not repeated. */
record HolderWriter(PackedOutput out) {

    void holder(Holder holder) {
        out.instant(holder.lastRecordedAt());
        out.flag(holder.died());
        out.list(holder.certificates(), this::certificate);
        out.list(holder.residences().entrySet(), this::residence);
        out.list(holder.waiting(), this::waiting);
        out.list(holder.timers(), this::timer);
        out.list(holder.notices(), this::notice);
        out.list(holder.pins().entrySet(), this::pin);
        out.list(holder.questions(), this::question);
    }

    private void certificate(Certificate certificate) {
        out.id(certificate.id());
        out.octet(Symbols.KINDS.number(certificate.kind()));
        out.octet(Symbols.CARRIERS.number(certificate.carrier()));
        out.municipality(certificate.municipality());
        out.number(certificate.recordNumber());
        out.instant(certificate.notBefore());
        out.instant(certificate.notAfter());
        status(certificate.status());
        out.number(certificate.version());
        out.octet(Symbols.REMINDERS.bits(certificate.stagesPassed()));
    }

    private void status(Status status) {
        switch (status) {
            case Status.Good() -> out.octet(0);
            case Status.OnHold(var heldAt) -> {
                out.octet(1);
                out.instant(heldAt);
            }
            case Status.Revoked(var reason, var revokedAt) -> {
                out.octet(2);
                out.octet(Symbols.REVOCATION_REASONS.number(reason));
                out.instant(revokedAt);
            }
            case Status.Expired() -> out.octet(3);
        }
    }

    private void residence(Map.Entry<String, Residence> entry) {
        out.municipality(entry.getKey());
        marks(entry.getValue().marks());
        arrivals(entry.getValue().arrivals());
        numbers(entry.getValue().numbers());
    }

    private void marks(ChangeMarks marks) {
        out.list(marks.ends().entrySet(), one -> {
            out.octet(Symbols.KINDS.number(one.getKey()));
            out.number(one.getValue().recordNumber());
            ground(one.getValue().ground());
        });
        dateMarks(marks.everywhere());
        dateMarks(marks.deletions());
    }

    private void dateMarks(Map<Kind, ChangeMarks.DateMark> marks) {
        out.list(marks.entrySet(), one -> {
            out.octet(Symbols.KINDS.number(one.getKey()));
            out.date(one.getValue().effectiveOn());
            ground(one.getValue().ground());
        });
    }

    private void ground(RevocationGround ground) {
        out.octet(Symbols.CHANGE_REASONS.number(ground.changeReason()));
        out.octet(Symbols.REVOCATION_REASONS.number(ground.reason()));
        out.octet(Symbols.ATTRIBUTES.bits(ground.changed()));
    }

    private void arrivals(Arrivals arrivals) {
        out.optional(arrivals.movedInOn(), out::date);
        out.number(arrivals.entryNumber());
        out.number(arrivals.annulledRemovalNumber());
        out.number(arrivals.annulledEntryNumber());
    }

    private void numbers(RecordNumbers numbers) {
        out.number(numbers.highest());
        out.list(numbers.missing(), gap -> {
            out.number(gap.from());
            out.number(gap.to());
        });
        out.flag(numbers.unknownMore());
    }

    private void waiting(WaitingChange waiting) {
        out.municipality(waiting.municipality());
        out.number(waiting.recordNumber());
        out.octet(Symbols.CHANGE_REASONS.number(waiting.reason()));
        out.flag(waiting.continuedUse());
        out.octet(Symbols.ATTRIBUTES.bits(waiting.changed()));
        out.date(waiting.processedOn());
        out.optional(waiting.plannedMoveOutOn(), out::date);
        out.date(waiting.effectiveOn());
        out.flag(waiting.annulled());
    }

    private void timer(MoveOutTimer timer) {
        out.municipality(timer.municipality());
        out.number(timer.recordNumber());
        out.date(timer.processedOn());
        out.date(timer.effectiveOn());
        out.date(timer.firesOn());
    }

    private void notice(Notice notice) {
        out.text(notice.id());
        out.octet(Symbols.CARRIERS.number(notice.carrier()));
        out.octet(Symbols.NOTICE_STAGES.number(notice.stage()));
        out.date(notice.dueOn());
        out.list(notice.certificates(), out::id);
        out.optional(notice.cause(), cause -> out.octet(Symbols.CAUSES.number(cause)));
        out.optional(notice.ground(), this::ground);
    }

    private void pin(Map.Entry<PinName, PinState> entry) {
        out.octet(Symbols.CARRIERS.number(entry.getKey().carrier()));
        out.octet(Symbols.PINS.number(entry.getKey().pin()));
        out.number(entry.getValue().failures());
        out.flag(entry.getValue().locked());
        out.number(entry.getValue().lastSequence());
        out.number(entry.getValue().changes());
    }

    private void question(Question question) {
        out.id(question.certificateId());
        out.octet(Symbols.QUESTIONS.number(question.finding()));
        out.number(question.asked());
        out.flag(question.open());
    }
}
