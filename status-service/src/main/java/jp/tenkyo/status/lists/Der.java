package jp.tenkyo.status.lists;

import java.util.Arrays;

/**
 * Tags and lengths of DER. What lies between them is Bouncy Castle's to write and read; but its tree of a list with a
 * million entries would take a gigabyte, and these are bytes that are only handed on.
 */
final class Der {

    static final int SEQUENCE = 0x30;
    static final int INTEGER = 0x02;
    /** The extensions of a list. */
    static final int CONTEXT_0 = 0xa0;

    private static final int LONG_FORM = 0x80;
    private static final int LENGTH_BYTES_MAX = 4;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(SEQUENCE, parts);
    }

    static byte[] tagged(int tag, byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var head = head(tag, length);
        var whole = Arrays.copyOf(head, head.length + length);
        var at = head.length;
        for (var part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    private static byte[] head(int tag, int length) {
        if (length < LONG_FORM) {
            return new byte[] {(byte) tag, (byte) length};
        }
        var bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
        var head = new byte[2 + bytes];
        head[0] = (byte) tag;
        head[1] = (byte) (LONG_FORM | bytes);
        for (var i = 0; i < bytes; i++) {
            head[head.length - 1 - i] = (byte) (length >>> (Byte.SIZE * i));
        }
        return head;
    }

    /** Goes from element to element of a run of them. */
    static final class Reader {

        private final byte[] bytes;
        private final int end;
        private int next;

        Reader(byte[] bytes) {
            this(bytes, 0, bytes.length);
        }

        private Reader(byte[] bytes, int from, int end) {
            this.bytes = bytes;
            this.next = from;
            this.end = end;
        }

        boolean hasNext() {
            return next < end;
        }

        boolean nextIs(int tag) {
            return hasNext() && Byte.toUnsignedInt(bytes[next]) == tag;
        }

        /** @throws IllegalArgumentException if the element does not end within the run */
        Element next() {
            var from = next;
            var at = from + 1;
            var length = at < end ? Byte.toUnsignedInt(bytes[at++]) : Integer.MAX_VALUE;
            if (length >= LONG_FORM) {
                var count = length - LONG_FORM;
                if (count == 0 || count > LENGTH_BYTES_MAX || count > end - at) {
                    throw new IllegalArgumentException("no DER");
                }
                length = 0;
                for (var i = 0; i < count; i++) {
                    length = (length << Byte.SIZE) | Byte.toUnsignedInt(bytes[at++]);
                }
            }
            if (length < 0 || length > end - at) {
                throw new IllegalArgumentException("no DER");
            }
            next = at + length;
            return new Element(bytes, from, at, next);
        }
    }

    /** One element, where it lies. */
    static final class Element {

        private final byte[] bytes;
        private final int from;
        private final int contentFrom;
        private final int end;

        private Element(byte[] bytes, int from, int contentFrom, int end) {
            this.bytes = bytes;
            this.from = from;
            this.contentFrom = contentFrom;
            this.end = end;
        }

        boolean is(int tag) {
            return Byte.toUnsignedInt(bytes[from]) == tag;
        }

        byte[] whole() {
            return Arrays.copyOfRange(bytes, from, end);
        }

        byte[] content() {
            return Arrays.copyOfRange(bytes, contentFrom, end);
        }

        Reader inside() {
            return new Reader(bytes, contentFrom, end);
        }
    }
}
