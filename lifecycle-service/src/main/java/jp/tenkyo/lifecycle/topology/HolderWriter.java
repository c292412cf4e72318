package jp.tenkyo.lifecycle.topology;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.ChangeMarks;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Notice;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinState;
import jp.tenkyo.lifecycle.core.Question;
import jp.tenkyo.lifecycle.core.RevocationGround;
import jp.tenkyo.lifecycle.core.Status;
import jp.tenkyo.lifecycle.core.WaitingChange;

/** Writes a holder in the form that {@link HolderReader} reads. */
record HolderWriter(DataOutputStream data) implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    void holder(Holder holder) throws IOException {
        data.writeUTF(holder.id());
        instant(holder.lastRecordedAt());
        data.writeBoolean(holder.died());
        list(holder.certificates(), this::certificate);
        list(List.copyOf(holder.marks().entrySet()), this::marks);
        list(holder.waiting(), this::waiting);
        list(holder.notices(), this::notice);
        list(List.copyOf(holder.pins().entrySet()), this::pin);
        list(holder.questions(), this::question);
    }

    private void certificate(Certificate certificate) throws IOException {
        id(certificate.id());
        data.writeByte(Symbols.KINDS.number(certificate.kind()));
        data.writeByte(Symbols.CARRIERS.number(certificate.carrier()));
        data.writeUTF(certificate.municipality());
        data.writeInt(certificate.recordNumber());
        instant(certificate.notBefore());
        instant(certificate.notAfter());
        status(certificate.status());
        data.writeInt(certificate.version());
        list(List.copyOf(certificate.stagesPassed()), stage -> data.writeByte(Symbols.REMINDERS.number(stage)));
    }

    private void status(Status status) throws IOException {
        switch (status) {
            case Status.Good() -> data.writeByte(0);
            case Status.OnHold(var heldAt) -> {
                data.writeByte(1);
                instant(heldAt);
            }
            case Status.Revoked(var reason, var revokedAt) -> {
                data.writeByte(2);
                data.writeUTF(reason.rfcName());
                instant(revokedAt);
            }
            case Status.Expired() -> data.writeByte(3);
        }
    }

    private void marks(Map.Entry<String, ChangeMarks> entry) throws IOException {
        data.writeUTF(entry.getKey());
        list(List.copyOf(entry.getValue().ends().entrySet()), one -> {
            data.writeByte(Symbols.KINDS.number(one.getKey()));
            data.writeInt(one.getValue().recordNumber());
            ground(one.getValue().ground());
        });
        dateMarks(entry.getValue().everywhere());
        dateMarks(entry.getValue().deletions());
    }

    private void dateMarks(Map<Kind, ChangeMarks.DateMark> marks) throws IOException {
        list(List.copyOf(marks.entrySet()), one -> {
            data.writeByte(Symbols.KINDS.number(one.getKey()));
            dateMark(one.getValue());
        });
    }

    private void dateMark(ChangeMarks.DateMark mark) throws IOException {
        date(mark.effectiveOn());
        ground(mark.ground());
    }

    private void ground(RevocationGround ground) throws IOException {
        data.writeUTF(ground.changeReason().name());
        data.writeUTF(ground.reason().rfcName());
        attributes(ground.changed());
    }

    private void waiting(WaitingChange waiting) throws IOException {
        data.writeUTF(waiting.municipality());
        data.writeInt(waiting.recordNumber());
        data.writeUTF(waiting.reason().name());
        data.writeBoolean(waiting.continuedUse());
        attributes(waiting.changed());
        date(waiting.effectiveOn());
    }

    private void notice(Notice notice) throws IOException {
        data.writeUTF(notice.id());
        data.writeByte(Symbols.CARRIERS.number(notice.carrier()));
        data.writeUTF(notice.stage().name());
        date(notice.dueOn());
        list(notice.certificates(), this::id);
        optional(notice.ground(), this::ground);
    }

    private void pin(Map.Entry<PinName, PinState> entry) throws IOException {
        data.writeByte(Symbols.CARRIERS.number(entry.getKey().carrier()));
        data.writeByte(Symbols.PINS.number(entry.getKey().pin()));
        data.writeInt(entry.getValue().failures());
        data.writeBoolean(entry.getValue().locked());
        data.writeLong(entry.getValue().lastSequence());
        data.writeInt(entry.getValue().changes());
    }

    private void question(Question question) throws IOException {
        id(question.certificateId());
        data.writeUTF(question.finding().name());
        data.writeInt(question.asked());
        data.writeBoolean(question.open());
    }

    private void attributes(Set<ChangedAttribute> changed) throws IOException {
        list(List.copyOf(changed), attribute -> data.writeUTF(attribute.name()));
    }

    private void id(CertificateId id) throws IOException {
        data.write(HEX.parseHex(id.issuerKeyId()));
        data.writeUTF(id.serial());
    }

    void instant(Instant instant) throws IOException {
        data.writeLong(instant.toEpochMilli());
    }

    private void date(LocalDate date) throws IOException {
        data.writeLong(date.toEpochDay());
    }

    <T> void optional(Optional<T> value, Part<T> part) throws IOException {
        data.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            part.write(value.get());
        }
    }

    private <T> void list(List<T> values, Part<T> part) throws IOException {
        data.writeInt(values.size());
        for (var value : values) {
            part.write(value);
        }
    }

    @Override
    public void close() throws IOException {
        data.close();
    }

    interface Part<T> {
        void write(T part) throws IOException;
    }
}
