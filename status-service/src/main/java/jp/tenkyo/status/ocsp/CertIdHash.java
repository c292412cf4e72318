package jp.tenkyo.status.ocsp;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;

/** The hashes by which a CertID may name an issuer. They name it, and protect nothing. */
enum CertIdHash {
    SHA1("SHA-1", OIWObjectIdentifiers.idSHA1),
    SHA256("SHA-256", NISTObjectIdentifiers.id_sha256);

    private final String javaName;
    private final ASN1ObjectIdentifier oid;

    CertIdHash(String javaName, ASN1ObjectIdentifier oid) {
        this.javaName = javaName;
        this.oid = oid;
    }

    String javaName() {
        return javaName;
    }

    static Optional<CertIdHash> of(ASN1ObjectIdentifier oid) {
        return Arrays.stream(values()).filter(hash -> hash.oid.equals(oid)).findFirst();
    }
}
