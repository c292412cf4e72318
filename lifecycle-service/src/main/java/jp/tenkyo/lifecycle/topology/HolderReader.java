package jp.tenkyo.lifecycle.topology;

import java.io.DataInputStream;
import java.io.IOException;
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
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.ChangeMarks;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Finding;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Notice;
import jp.tenkyo.lifecycle.core.NoticeStage;
import jp.tenkyo.lifecycle.core.PinName;
import jp.tenkyo.lifecycle.core.PinState;
import jp.tenkyo.lifecycle.core.Question;
import jp.tenkyo.lifecycle.core.ReminderStage;
import jp.tenkyo.lifecycle.core.RevocationGround;
import jp.tenkyo.lifecycle.core.RevocationReason;
import jp.tenkyo.lifecycle.core.Status;
import jp.tenkyo.lifecycle.core.WaitingChange;

/** Reads a holder in the form that {@link HolderWriter} writes. */
record HolderReader(DataInputStream data) implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    private static final int KEY_ID_BYTES = 20;

    /** @param form 1 has neither PINs nor questions */
    Holder holder(int form) throws IOException {
        return new Holder(
                data.readUTF(),
                instant(),
                data.readBoolean(),
                list(this::certificate),
                allMarks(),
                list(this::waiting),
                list(this::notice),
                form == 1 ? Collections.emptySortedMap() : pins(),
                form == 1 ? List.of() : list(this::question));
    }

    private Certificate certificate() throws IOException {
        return new Certificate(
                id(),
                Symbols.KINDS.symbol(data.readByte()),
                Symbols.CARRIERS.symbol(data.readByte()),
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
        stages.addAll(list(() -> Symbols.REMINDERS.symbol(data.readByte())));
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
            ends.put(Symbols.KINDS.symbol(data.readByte()), new ChangeMarks.NumberMark(data.readInt(), ground()));
        }
        return new ChangeMarks(ends, dateMarks(), dateMarks());
    }

    private Map<Kind, ChangeMarks.DateMark> dateMarks() throws IOException {
        var marks = new EnumMap<Kind, ChangeMarks.DateMark>(Kind.class);
        for (var left = data.readInt(); left > 0; left--) {
            marks.put(Symbols.KINDS.symbol(data.readByte()), dateMark());
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
                Symbols.CARRIERS.symbol(data.readByte()),
                NoticeStage.valueOf(data.readUTF()),
                date(),
                list(this::id),
                optional(this::ground));
    }

    private SortedMap<PinName, PinState> pins() throws IOException {
        var all = new TreeMap<PinName, PinState>();
        for (var left = data.readInt(); left > 0; left--) {
            var carrier = Symbols.CARRIERS.symbol(data.readByte());
            var name = new PinName(Symbols.PINS.symbol(data.readByte()), carrier);
            all.put(name, new PinState(data.readInt(), data.readBoolean(), data.readLong(), data.readInt()));
        }
        return Collections.unmodifiableSortedMap(all);
    }

    private Question question() throws IOException {
        return new Question(id(), Finding.Code.valueOf(data.readUTF()), data.readInt(), data.readBoolean());
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

    Instant instant() throws IOException {
        return Instant.ofEpochMilli(data.readLong());
    }

    private LocalDate date() throws IOException {
        return LocalDate.ofEpochDay(data.readLong());
    }

    <T> Optional<T> optional(Source<T> source) throws IOException {
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

    interface Source<T> {
        T read() throws IOException;
    }
}
