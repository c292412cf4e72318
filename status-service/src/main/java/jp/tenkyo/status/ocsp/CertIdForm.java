package jp.tenkyo.status.ocsp;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The ways to write one CertID: with each hash, and with the algorithm's parameters NULL or absent. An answer repeats
 * the way, so each has a signature of its own; there are no others, or a stranger could fill the cache with one
 * certificate.
 */
enum CertIdForm {
    SHA1,
    SHA1_NULL,
    SHA256,
    SHA256_NULL;

    static Optional<CertIdForm> of(AlgorithmIdentifier algorithm) {
        @Nullable ASN1Encodable parameters = algorithm.getParameters();
        if (parameters != null && !DERNull.INSTANCE.equals(parameters.toASN1Primitive())) {
            return Optional.empty();
        }
        return CertIdHash.of(algorithm.getAlgorithm()).map(hash -> switch (hash) {
            case SHA1 -> parameters == null ? SHA1 : SHA1_NULL;
            case SHA256 -> parameters == null ? SHA256 : SHA256_NULL;
        });
    }
}
