package jp.tenkyo.lifecycle.topology;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tenkyo.lifecycle.core.CertificateId;

/** Writes values in as few bytes as they need: there are a hundred million holders. {@link PackedInput} reads them. */
final class PackedOutput {

    private static final HexFormat HEX = HexFormat.of();
    private static final int USUAL_BYTES = 160;
    private static final int HEXADECIMAL = 16;
    private static final long MILLIS = 1000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void octet(int value) {
        bytes.write(value);
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
        bytes.writeBytes(HEX.parseHex(id.issuerKeyId()));
        octets(new BigInteger(id.serial(), HEXADECIMAL).toByteArray());
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
        bytes.writeBytes(value);
    }
}
