package jp.tenkyo.status.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import jp.tenkyo.status.core.Carrier;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Kind;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;

/**
 * An entry in bytes: format, flags, four symbols, version, instants in milliseconds, municipality. The certificate's id
 * is the key and stands nowhere in it. Symbols have numbers of their own, which no change of an enum's order moves. A
 * new layout needs a new format number: {@link TableStore} builds the table anew where it finds another.
 */
final class RowFormat {

    /** Of the whole store: rows, changes and keys. */
    static final byte VERSION = 1;

    private static final int IN_DOUBT = 1;
    private static final int HAS_ROW = 2;
    private static final int HAS_END = 4;
    private static final int FLAGS_ONLY_BYTES = 2;
    private static final int ROW_BYTES = FLAGS_ONLY_BYTES + 3 + Integer.BYTES + 3 * Long.BYTES + 1;
    private static final int END_BYTES = 1 + Long.BYTES;
    private static final int LENGTH_MAX = 255;

    private RowFormat() {}

    static byte[] write(Entry entry) {
        var row = entry.row();
        var doubt = entry.inDoubt() ? IN_DOUBT : 0;
        return row == null ? new byte[] {VERSION, (byte) doubt} : write(row, doubt);
    }

    private static byte[] write(StatusRow row, int doubt) {
        var municipality = row.municipality().getBytes(UTF_8);
        if (municipality.length > LENGTH_MAX) {
            throw new IllegalArgumentException("a municipality of more than %d bytes".formatted(LENGTH_MAX));
        }
        var endedAt = row.endedAt();
        var why = row.why();
        var ended = endedAt != null && why != null;
        var bytes = ByteBuffer.allocate(ROW_BYTES + (ended ? END_BYTES : 0) + municipality.length)
                .put(VERSION)
                .put((byte) (doubt | HAS_ROW | (ended ? HAS_END : 0)))
                .put(number(row.kind()))
                .put(number(row.carrier()))
                .put(number(row.status()))
                .putInt(row.version())
                .putLong(row.notBefore().toEpochMilli())
                .putLong(row.notAfter().toEpochMilli())
                .putLong(row.recordedAt().toEpochMilli());
        if (endedAt != null && why != null) {
            bytes.put((byte) why.code()).putLong(endedAt.toEpochMilli());
        }
        return bytes.put((byte) municipality.length).put(municipality).array();
    }

    /** @throws IllegalArgumentException for bytes of another format, or damaged ones */
    static Entry read(CertificateId id, ByteBuffer bytes) {
        if (bytes.get() != VERSION) {
            throw new IllegalArgumentException("an entry of another format");
        }
        var flags = bytes.get();
        return new Entry((flags & HAS_ROW) == 0 ? null : row(id, bytes, flags), (flags & IN_DOUBT) != 0);
    }

    private static StatusRow row(CertificateId id, ByteBuffer bytes, int flags) {
        var kind = kind(bytes.get());
        var carrier = carrier(bytes.get());
        var status = status(bytes.get());
        var version = bytes.getInt();
        var notBefore = instant(bytes);
        var notAfter = instant(bytes);
        var recordedAt = instant(bytes);
        var ended = (flags & HAS_END) != 0;
        @Nullable Reason why = ended ? Reason.ofCode(bytes.get()) : null;
        @Nullable Instant endedAt = ended ? instant(bytes) : null;
        var municipality = new byte[Byte.toUnsignedInt(bytes.get())];
        bytes.get(municipality);
        return new StatusRow(
                id,
                kind,
                carrier,
                status,
                why,
                endedAt,
                notBefore,
                notAfter,
                new String(municipality, UTF_8),
                version,
                recordedAt);
    }

    private static Instant instant(ByteBuffer bytes) {
        return Instant.ofEpochMilli(bytes.getLong());
    }

    private static byte number(Kind kind) {
        return switch (kind) {
            case SIGNING -> 1;
            case AUTHENTICATION -> 2;
        };
    }

    private static Kind kind(byte number) {
        return switch (number) {
            case 1 -> Kind.SIGNING;
            case 2 -> Kind.AUTHENTICATION;
            default -> throw unknown("kind", number);
        };
    }

    private static byte number(Carrier carrier) {
        return switch (carrier) {
            case CARD -> 1;
            case PHONE -> 2;
            case RESIDENT_CARD -> 3;
        };
    }

    private static Carrier carrier(byte number) {
        return switch (number) {
            case 1 -> Carrier.CARD;
            case 2 -> Carrier.PHONE;
            case 3 -> Carrier.RESIDENT_CARD;
            default -> throw unknown("carrier", number);
        };
    }

    private static byte number(Status status) {
        return switch (status) {
            case GOOD -> 1;
            case HOLD -> 2;
            case REVOKED -> 3;
            case EXPIRED -> 4;
        };
    }

    private static Status status(byte number) {
        return switch (number) {
            case 1 -> Status.GOOD;
            case 2 -> Status.HOLD;
            case 3 -> Status.REVOKED;
            case 4 -> Status.EXPIRED;
            default -> throw unknown("status", number);
        };
    }

    private static IllegalArgumentException unknown(String field, byte number) {
        return new IllegalArgumentException("no %s has the number %d".formatted(field, number));
    }
}
