package jp.tenkyo.status.lists;

/** A list in DER; its bytes are handed on, never changed. */
final class DerBytes {

    private final byte[] array;

    DerBytes(byte[] array) {
        this.array = array;
    }

    // Millions of bytes that a copy would double.
    byte[] array() {
        return array;
    }
}
