package jp.tenkyo.notifier.topology;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.Channel;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.EndingCause;
import jp.tenkyo.avro.Language;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.notifier.core.ContactPoint;
import jp.tenkyo.notifier.core.Notice;
import org.jspecify.annotations.Nullable;

/** Fields of the stores' values, in their order on disk. Enums are written by name: their order may change. */
final class StoreFields {

    private static final byte IN_OUTBOX = 1;
    private static final byte SETTLED = 2;

    /** From this format on a waiting notice says why. */
    private static final int WITH_CAUSE = 2;

    private StoreFields() {}

    static void writeWaiting(Waiting waiting, DataOutputStream out) throws IOException {
        out.writeLong(waiting.enteredAt().toEpochMilli());
        out.writeInt(waiting.attempts());
        var notice = waiting.notice();
        out.writeUTF(notice.noticeId());
        out.writeUTF(notice.holderId());
        out.writeUTF(notice.carrier().name());
        out.writeUTF(notice.stage().name());
        out.writeLong(notice.dueOn().toEpochDay());
        out.writeUTF(notice.municipality());
        out.writeInt(notice.certificates().size());
        for (var certificate : notice.certificates()) {
            out.writeUTF(certificate.kind().name());
            out.writeLong(certificate.notAfter().toEpochMilli());
        }
        var reason = notice.changeReason();
        writeOptional(reason == null ? null : reason.name(), out);
        writeTexts(notice.changed().stream().map(Enum::name).sorted().toList(), out);
        var cause = notice.cause();
        writeOptional(cause == null ? null : cause.name(), out);
    }

    static Waiting readWaiting(DataInputStream in, int format) throws IOException {
        var enteredAt = Instant.ofEpochMilli(in.readLong());
        var attempts = in.readInt();
        var noticeId = in.readUTF();
        var holderId = in.readUTF();
        var carrier = Carrier.valueOf(in.readUTF());
        var stage = NoticeStage.valueOf(in.readUTF());
        var dueOn = LocalDate.ofEpochDay(in.readLong());
        var municipality = in.readUTF();
        var certificates = readCertificates(in);
        var reason = readOptional(in);
        var changed = new LinkedHashSet<ChangedAttribute>();
        for (var name : readTexts(in)) {
            changed.add(ChangedAttribute.valueOf(name));
        }
        var cause = format < WITH_CAUSE ? null : readOptional(in);
        return new Waiting(
                enteredAt,
                attempts,
                new Notice(
                        noticeId,
                        holderId,
                        carrier,
                        stage,
                        dueOn,
                        municipality,
                        certificates,
                        reason == null ? null : ChangeReason.valueOf(reason),
                        changed,
                        cause == null ? null : EndingCause.valueOf(cause)));
    }

    private static List<Notice.Certificate> readCertificates(DataInputStream in) throws IOException {
        var count = in.readInt();
        var certificates = new ArrayList<Notice.Certificate>(count);
        for (var n = 0; n < count; n++) {
            certificates.add(
                    new Notice.Certificate(CertificateKind.valueOf(in.readUTF()), Instant.ofEpochMilli(in.readLong())));
        }
        return certificates;
    }

    static void writeContact(ContactPoint contact, DataOutputStream out) throws IOException {
        writeOptional(contact.mail(), out);
        var postal = contact.postal();
        writeOptional(postal == null ? null : postal.postcode(), out);
        writeTexts(postal == null ? List.of() : postal.lines(), out);
        out.writeUTF(contact.language().name());
        out.writeUTF(contact.channel().name());
    }

    static ContactPoint readContact(DataInputStream in) throws IOException {
        var mail = readOptional(in);
        var postcode = readOptional(in);
        var lines = readTexts(in);
        return new ContactPoint(
                mail,
                postcode == null ? null : new ContactPoint.Postal(postcode, lines),
                Language.valueOf(in.readUTF()),
                Channel.valueOf(in.readUTF()));
    }

    static void writeStanding(Standing standing, DataOutputStream out) throws IOException {
        switch (standing) {
            case Standing.InOutbox(var dueAt) -> {
                out.writeByte(IN_OUTBOX);
                out.writeLong(dueAt.toEpochMilli());
            }
            case Standing.Settled(var outcome) -> {
                out.writeByte(SETTLED);
                out.writeUTF(outcome.name());
            }
        }
    }

    static Standing readStanding(DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case IN_OUTBOX -> new Standing.InOutbox(Instant.ofEpochMilli(in.readLong()));
            case SETTLED -> new Standing.Settled(DeliveryOutcome.valueOf(in.readUTF()));
            default -> throw new IllegalStateException("a notice cannot stand at " + kind);
        };
    }

    private static void writeOptional(@Nullable String text, DataOutputStream out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void writeTexts(Collection<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        var count = in.readInt();
        var texts = new ArrayList<String>(count);
        for (var n = 0; n < count; n++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
