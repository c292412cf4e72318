package jp.tenkyo.stack.ca;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Keys of the test hierarchy. */
final class KeyPool {

    /** A key for each certificate would take an hour for a city; nobody signs anything with them. */
    static final int SUBJECTS = 32;

    private static final int RSA_BITS = 2048;

    private KeyPool() {}

    static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    static KeyPair elliptic() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    static List<PublicKey> subjects() {
        return IntStream.range(0, SUBJECTS)
                .parallel()
                .mapToObj(_ -> rsa().getPublic())
                .toList();
    }
}
