package jp.tenkyo.lifecycle.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The binary form of a holder in the state store. The first byte is the version of the form: a later one reads all
 * earlier ones. Symbols are numbered by {@link Symbols}.
 */
final class HolderCodec {

    private static final int VERSION = 2;
    private static final int USUAL_BYTES = 256;

    private HolderCodec() {}

    static byte[] write(StoredHolder stored) {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (var out = new HolderWriter(new DataOutputStream(bytes))) {
            out.data().writeByte(VERSION);
            out.optional(stored.deadline(), out::instant);
            out.holder(stored.holder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException if the bytes are of a form that is not known here */
    static StoredHolder read(byte[] bytes) {
        try (var in = new HolderReader(new DataInputStream(new ByteArrayInputStream(bytes)))) {
            var version = in.data().readByte();
            if (version < 1 || version > VERSION) {
                throw new IllegalStateException("A holder is stored in form " + version + ", known are the forms to "
                        + VERSION + ": start a version of lifecycle-service that knows it");
            }
            var deadline = in.optional(in::instant);
            return new StoredHolder(in.holder(version), deadline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
