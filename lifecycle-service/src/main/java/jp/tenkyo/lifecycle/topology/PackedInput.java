package jp.tenkyo.lifecycle.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tenkyo.lifecycle.core.CertificateId;

/** Reads what {@link PackedOutput} has written. */
final class PackedInput {

    private static final HexFormat HEX = HexFormat.of();
    private static final int KEY_ID_BYTES = 20;
    private static final int DIGITS = 1_000_000;

    private final ByteBuffer bytes;

    PackedInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int octet() {
        return bytes.get();
    }

    boolean flag() {
        return octet() != 0;
    }

    int number() {
        return Math.toIntExact(longNumber());
    }

    long longNumber() {
        var value = 0L;
        for (var shift = 0; ; shift += Byte.SIZE - 1) {
            var octet = bytes.get();
            value |= (octet & 0x7fL) << shift;
            if (octet >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
    }

    Instant instant() {
        var written = longNumber();
        return (written & 1) == 0 ? Instant.ofEpochSecond(written >> 1) : Instant.ofEpochMilli(written >> 1);
    }

    LocalDate date() {
        return LocalDate.ofEpochDay(longNumber());
    }

    String municipality() {
        // The leading zero counts.
        return Integer.toString(DIGITS + number()).substring(1);
    }

    String text() {
        return new String(octets(number()), java.nio.charset.StandardCharsets.UTF_8);
    }

    CertificateId id() {
        var issuerKeyId = HEX.formatHex(octets(KEY_ID_BYTES));
        return CertificateId.of(issuerKeyId, HEX.formatHex(octets(number())));
    }

    <T> Optional<T> optional(Supplier<T> part) {
        return flag() ? Optional.of(part.get()) : Optional.empty();
    }

    <T> List<T> list(Supplier<T> part) {
        var size = number();
        var values = new ArrayList<T>(size);
        for (var left = size; left > 0; left--) {
            values.add(part.get());
        }
        return List.copyOf(values);
    }

    private byte[] octets(int count) {
        var value = new byte[count];
        bytes.get(value);
        return value;
    }
}
