package jp.tenkyo.status.feed;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Bytes as text that a subscriber keeps and does not look into: base64url with a checksum, so that what was cut off or
 * mistyped is told from what was given out. It protects nothing, and nothing in it needs protection: whoever makes one
 * up sees what its permission lets it see.
 */
final class Sealed {

    private static final int TEXT_MAX = 8_192;

    private Sealed() {}

    static String write(byte[] content) {
        var sealed = ByteBuffer.allocate(content.length + Integer.BYTES)
                .put(content)
                .putInt(checksum(content))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty where it was never given out like that. */
    static Optional<ByteBuffer> read(String text) {
        if (text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        try {
            var sealed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (sealed.remaining() <= Integer.BYTES) {
                return Optional.empty();
            }
            var content = new byte[sealed.remaining() - Integer.BYTES];
            sealed.get(content);
            return sealed.getInt() == checksum(content) ? Optional.of(ByteBuffer.wrap(content)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int checksum(byte[] content) {
        var checksum = new CRC32C();
        checksum.update(content);
        return (int) checksum.getValue();
    }
}
