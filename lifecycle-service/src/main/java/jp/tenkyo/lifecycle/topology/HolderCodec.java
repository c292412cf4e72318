package jp.tenkyo.lifecycle.topology;

/**
 * The binary form of a holder in the state store. The first byte is the number of the form: from the first release on,
 * a later one reads all earlier ones. Symbols are numbered by {@link Symbols}.
 */
final class HolderCodec {

    private static final int FORM = 4;

    private HolderCodec() {}

    static byte[] write(StoredHolder stored) {
        var out = new PackedOutput();
        out.octet(FORM);
        out.optional(stored.deadline(), out::instant);
        new HolderWriter(out).holder(stored.holder());
        return out.bytes();
    }

    /**
     * @param id the key under which the holder is stored
     * @throws IllegalStateException if the bytes are of a form that is not known here
     */
    static StoredHolder read(String id, byte[] bytes) {
        var in = new PackedInput(bytes);
        var form = in.octet();
        if (form != FORM) {
            throw new IllegalStateException("A holder is stored in form " + form + ", known is form " + FORM
                    + ": start a version of lifecycle-service that knows it");
        }
        var deadline = in.optional(in::instant);
        return new StoredHolder(new HolderReader(in).holder(id), deadline);
    }
}
