package jp.tenkyo.lifecycle.topology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tenkyo.lifecycle.core.CertificateId;

/** Writes values in as few bytes as they need: there are a hundred million holders. {@link PackedInput} reads them. */
final class PackedOutput {

    private static final HexFormat HEX = HexFormat.of();
    private static final int USUAL_BYTES = 160;
    private static final long MILLIS = 1000;

    private byte[] bytes = new byte[USUAL_BYTES];
    private int size;

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    void octet(int value) {
        makeRoomFor(1);
        bytes[size++] = (byte) value;
    }

    void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    /** Seven bits to a byte, the lowest first, small numbers of either sign in few. */
    void number(long value) {
        var rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & ~0x7fL) != 0) {
            octet((int) (rest & 0x7f) | 0x80);
            rest >>>= Byte.SIZE - 1;
        }
        octet((int) rest);
    }

    /** Whole seconds, which a certificate's instants are, take fewer bytes. */
    void instant(Instant instant) {
        var millis = instant.toEpochMilli();
        number(millis % MILLIS == 0 ? (millis / MILLIS) << 1 : (millis << 1) | 1);
    }

    void date(LocalDate date) {
        number(date.toEpochDay());
    }

    /** Six digits. */
    void municipality(String code) {
        number(Integer.parseInt(code));
    }

    void text(String text) {
        octets(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void id(CertificateId id) {
        bare(HEX.parseHex(id.issuerKeyId()));
        octets(HEX.parseHex(asInteger(id.serial())));
    }

    /** Whole octets, the first bit of which is a sign and must be zero, as X.509 writes a serial number. */
    private static String asInteger(String serial) {
        var whole = serial.length() % 2 == 0 ? serial : "0" + serial;
        return whole.charAt(0) < '8' ? whole : "00" + whole;
    }

    <T> void optional(Optional<T> value, Consumer<T> part) {
        flag(value.isPresent());
        value.ifPresent(part);
    }

    <T> void list(Collection<T> values, Consumer<T> part) {
        number(values.size());
        values.forEach(part);
    }

    private void octets(byte[] value) {
        number(value.length);
        bare(value);
    }

    private void bare(byte[] value) {
        makeRoomFor(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void makeRoomFor(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
