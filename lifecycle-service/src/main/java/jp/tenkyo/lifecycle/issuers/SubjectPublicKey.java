package jp.tenkyo.lifecycle.issuers;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;

/** The id by which issuers are told apart (RFC 5280 4.2.1.2, method 1). */
final class SubjectPublicKey {

    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;
    private static final int LONG_FORM = 0x80;

    private SubjectPublicKey() {}

    /** SHA-1 of the BIT STRING's value, without tag, length and number of unused bits. */
    static String idOf(PublicKey key) {
        // SubjectPublicKeyInfo: SEQUENCE { AlgorithmIdentifier SEQUENCE, subjectPublicKey BIT STRING }
        var der = ByteBuffer.wrap(key.getEncoded());
        enter(der, SEQUENCE);
        var algorithm = enter(der, SEQUENCE);
        der.position(der.position() + algorithm);
        var bits = enter(der, BIT_STRING);
        der.get(); // unused bits
        var value = new byte[bits - 1];
        der.get(value);
        return HexFormat.of().formatHex(sha1(value));
    }

    /** @return the length of the value that begins now */
    private static int enter(ByteBuffer der, int tag) {
        if ((der.get() & 0xff) != tag) {
            throw new IllegalArgumentException("not a SubjectPublicKeyInfo");
        }
        var first = der.get() & 0xff;
        if (first < LONG_FORM) {
            return first;
        }
        var length = 0;
        for (var left = first - LONG_FORM; left > 0; left--) {
            length = (length << Byte.SIZE) | (der.get() & 0xff);
        }
        return length;
    }

    // Names a key, protects nothing: RFC 5280 asks for SHA-1 here.
    private static byte[] sha1(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
