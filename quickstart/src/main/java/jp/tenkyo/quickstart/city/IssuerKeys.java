package jp.tenkyo.quickstart.city;

import java.time.Instant;
import jp.tenkyo.avro.CertificateKind;

/** Which key makes the certificates of a kind at an instant. */
public interface IssuerKeys {

    /** Keys that nobody has: their identifiers are hashes of a label. The same each time. */
    IssuerKeys LABELS = Issuers::labelled;

    /** SHA-1 of the public key, lower-case hex (RFC 5280 4.2.1.2, method 1). */
    String keyIdOf(CertificateKind kind, Instant notBefore);
}
