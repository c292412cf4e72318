package jp.tenkyo.lifecycle.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.ChangeMarks;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Notice;
import jp.tenkyo.lifecycle.core.NoticeStage;
import jp.tenkyo.lifecycle.core.ReminderStage;
import jp.tenkyo.lifecycle.core.RevocationGround;
import jp.tenkyo.lifecycle.core.RevocationReason;
import jp.tenkyo.lifecycle.core.Status;
import jp.tenkyo.lifecycle.core.WaitingChange;

/**
 * The binary form of a holder in the state store. The first byte is the version of the form: a later one reads all
 * earlier ones. Symbols are numbered by the tables below, which only ever grow at their end.
 */
final class HolderCodec {

    private static final int VERSION = 1;
    private static final HexFormat HEX = HexFormat.of();

    private static final Symbols<Kind> KINDS = new Symbols<>(List.of(Kind.SIGNING, Kind.AUTHENTICATION));
    private static final Symbols<Carrier> CARRIERS =
            new Symbols<>(List.of(Carrier.CARD, Carrier.PHONE, Carrier.RESIDENT_CARD));
    private static final Symbols<ReminderStage> REMINDERS = new Symbols<>(List.of(
            ReminderStage.WINDOW_OPENED,
            ReminderStage.ONE_MONTH_LEFT,
            ReminderStage.ONE_WEEK_LEFT,
            ReminderStage.EXPIRED));

    private HolderCodec() {}

    static byte[] write(StoredHolder stored) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new Out(new DataOutputStream(bytes))) {
            out.data.writeByte(VERSION);
            out.optional(stored.deadline(), out::instant);
            out.holder(stored.holder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException if the bytes are of a form that is not known here */
    static StoredHolder read(byte[] bytes) {
        try (var in = new In(new DataInputStream(new ByteArrayInputStream(bytes)))) {
            var version = in.data.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("A holder is stored in form " + version + ", known is form " + VERSION
                        + ": start a version of lifecycle-service that knows it");
            }
            var deadline = in.optional(in::instant);
            return new StoredHolder(in.holder(), deadline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers for symbols that do not hang on the order of their declaration. */
    private record Symbols<E extends Enum<E>>(List<E> inOrder) {

        int number(E symbol) {
            return inOrder.indexOf(symbol);
        }

        E symbol(int number) {
            return inOrder.get(number);
        }
    }

    private interface Part<T> {
        void write(T part) throws IOException;
    }

    private interface Source<T> {
        T read() throws IOException;
    }

    private record Out(DataOutputStream data) implements AutoCloseable {

        void holder(Holder holder) throws IOException {
            data.writeUTF(holder.id());
            instant(holder.lastRecordedAt());
            data.writeBoolean(holder.died());
            list(holder.certificates(), this::certificate);
            list(List.copyOf(holder.marks().entrySet()), this::marks);
            list(holder.waiting(), this::waiting);
            list(holder.notices(), this::notice);
        }

        private void certificate(Certificate certificate) throws IOException {
            id(certificate.id());
            data.writeByte(KINDS.number(certificate.kind()));
            data.writeByte(CARRIERS.number(certificate.carrier()));
            data.writeUTF(certificate.municipality());
            data.writeInt(certificate.recordNumber());
            instant(certificate.notBefore());
            instant(certificate.notAfter());
            status(certificate.status());
            data.writeInt(certificate.version());
            list(List.copyOf(certificate.stagesPassed()), stage -> data.writeByte(REMINDERS.number(stage)));
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
                data.writeByte(KINDS.number(one.getKey()));
                data.writeInt(one.getValue().recordNumber());
                ground(one.getValue().ground());
            });
            dateMarks(entry.getValue().everywhere());
            dateMarks(entry.getValue().deletions());
        }

        private void dateMarks(Map<Kind, ChangeMarks.DateMark> marks) throws IOException {
            list(List.copyOf(marks.entrySet()), one -> {
                data.writeByte(KINDS.number(one.getKey()));
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
            data.writeByte(CARRIERS.number(notice.carrier()));
            data.writeUTF(notice.stage().name());
            date(notice.dueOn());
            list(notice.certificates(), this::id);
            optional(notice.ground(), this::ground);
        }

        private void attributes(Set<ChangedAttribute> changed) throws IOException {
            list(List.copyOf(changed), attribute -> data.writeUTF(attribute.name()));
        }

        private void id(CertificateId id) throws IOException {
            data.write(HEX.parseHex(id.issuerKeyId()));
            data.writeUTF(id.serial());
        }

        private void instant(Instant instant) throws IOException {
            data.writeLong(instant.toEpochMilli());
        }

        private void date(LocalDate date) throws IOException {
            data.writeLong(date.toEpochDay());
        }

        private <T> void optional(Optional<T> value, Part<T> part) throws IOException {
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
    }

    private record In(DataInputStream data) implements AutoCloseable {

        private static final int KEY_ID_BYTES = 20;

        Holder holder() throws IOException {
            return new Holder(
                    data.readUTF(),
                    instant(),
                    data.readBoolean(),
                    list(this::certificate),
                    allMarks(),
                    list(this::waiting),
                    list(this::notice));
        }

        private Certificate certificate() throws IOException {
            return new Certificate(
                    id(),
                    KINDS.symbol(data.readByte()),
                    CARRIERS.symbol(data.readByte()),
                    data.readUTF(),
                    data.readInt(),
                    instant(),
                    instant(),
                    status(),
                    data.readInt(),
                    stages());
        }

        private Status status() throws IOException {
            var number = data.readByte();
            return switch (number) {
                case 0 -> new Status.Good();
                case 1 -> new Status.OnHold(instant());
                case 2 -> new Status.Revoked(reason(), instant());
                case 3 -> new Status.Expired();
                default -> throw new IllegalStateException("No status has number " + number);
            };
        }

        private Set<ReminderStage> stages() throws IOException {
            var stages = EnumSet.noneOf(ReminderStage.class);
            stages.addAll(list(() -> REMINDERS.symbol(data.readByte())));
            return stages;
        }

        private SortedMap<String, ChangeMarks> allMarks() throws IOException {
            var all = new TreeMap<String, ChangeMarks>();
            for (var left = data.readInt(); left > 0; left--) {
                all.put(data.readUTF(), marks());
            }
            return Collections.unmodifiableSortedMap(all);
        }

        private ChangeMarks marks() throws IOException {
            var ends = new EnumMap<Kind, ChangeMarks.NumberMark>(Kind.class);
            for (var left = data.readInt(); left > 0; left--) {
                ends.put(KINDS.symbol(data.readByte()), new ChangeMarks.NumberMark(data.readInt(), ground()));
            }
            return new ChangeMarks(ends, dateMarks(), dateMarks());
        }

        private Map<Kind, ChangeMarks.DateMark> dateMarks() throws IOException {
            var marks = new EnumMap<Kind, ChangeMarks.DateMark>(Kind.class);
            for (var left = data.readInt(); left > 0; left--) {
                marks.put(KINDS.symbol(data.readByte()), dateMark());
            }
            return marks;
        }

        private ChangeMarks.DateMark dateMark() throws IOException {
            return new ChangeMarks.DateMark(date(), ground());
        }

        private RevocationGround ground() throws IOException {
            return new RevocationGround(ChangeReason.valueOf(data.readUTF()), reason(), attributes());
        }

        private WaitingChange waiting() throws IOException {
            return new WaitingChange(
                    data.readUTF(),
                    data.readInt(),
                    ChangeReason.valueOf(data.readUTF()),
                    data.readBoolean(),
                    attributes(),
                    date());
        }

        private Notice notice() throws IOException {
            return new Notice(
                    data.readUTF(),
                    CARRIERS.symbol(data.readByte()),
                    NoticeStage.valueOf(data.readUTF()),
                    date(),
                    list(this::id),
                    optional(this::ground));
        }

        private RevocationReason reason() throws IOException {
            return RevocationReason.named(data.readUTF()).orElseThrow();
        }

        private Set<ChangedAttribute> attributes() throws IOException {
            var attributes = EnumSet.noneOf(ChangedAttribute.class);
            attributes.addAll(list(() -> ChangedAttribute.valueOf(data.readUTF())));
            return attributes;
        }

        private CertificateId id() throws IOException {
            return new CertificateId(HEX.formatHex(data.readNBytes(KEY_ID_BYTES)), data.readUTF());
        }

        private Instant instant() throws IOException {
            return Instant.ofEpochMilli(data.readLong());
        }

        private LocalDate date() throws IOException {
            return LocalDate.ofEpochDay(data.readLong());
        }

        private <T> Optional<T> optional(Source<T> source) throws IOException {
            return data.readBoolean() ? Optional.of(source.read()) : Optional.empty();
        }

        private <T> List<T> list(Source<T> source) throws IOException {
            var values = new ArrayList<T>();
            for (var left = data.readInt(); left > 0; left--) {
                values.add(source.read());
            }
            return List.copyOf(values);
        }

        @Override
        public void close() throws IOException {
            data.close();
        }
    }
}
