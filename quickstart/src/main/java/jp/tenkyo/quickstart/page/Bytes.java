package jp.tenkyo.quickstart.page;

/** Bytes that nobody changes any more: whoever makes or reads them keeps his hands off. */
public final class Bytes {

    private final byte[] bytes;

    public Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] array() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }
}
