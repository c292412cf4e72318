package jp.tenkyo.status.ocsp;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Who answers for which issuer, found by what a CertID says of it. */
final class Responders {

    private final List<Responder> all;
    private final Map<IssuerMark, Responder> byIssuer = new HashMap<>();

    /** How a CertID names an issuer: hash of its name and hash of its key, both, since generations share the name. */
    private record IssuerMark(ByteBuffer name, ByteBuffer key) {}

    Responders(List<Responder> all) {
        this.all = List.copyOf(all);
        for (var responder : all) {
            for (var hash : CertIdHash.values()) {
                byIssuer.put(mark(responder, hash), responder);
            }
        }
    }

    private static IssuerMark mark(Responder responder, CertIdHash hash) {
        var issuer = responder.issuer().certificate();
        var key = SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded());
        return new IssuerMark(
                digest(hash, issuer.getSubjectX500Principal().getEncoded()),
                digest(hash, key.getPublicKeyData().getBytes()));
    }

    private static ByteBuffer digest(CertIdHash hash, byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance(hash.javaName()).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1 and SHA-256", e);
        }
    }

    List<Responder> all() {
        return all;
    }

    /** SHA-1 and SHA-256 differ in length, so neither can be taken for the other. */
    Optional<Responder> of(byte[] issuerNameHash, byte[] issuerKeyHash) {
        return Optional.ofNullable(
                byIssuer.get(new IssuerMark(ByteBuffer.wrap(issuerNameHash), ByteBuffer.wrap(issuerKeyHash))));
    }
}
