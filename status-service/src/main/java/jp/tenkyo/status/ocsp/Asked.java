package jp.tenkyo.status.ocsp;

import java.util.List;
import java.util.Optional;
import jp.tenkyo.status.core.CertificateId;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.ocsp.CertificateID;

/** What a request asks, once it is understood. */
sealed interface Asked {

    /** About certificates of one issuer. */
    record Statuses(Responder responder, List<Certificate> certificates, Optional<Extension> nonce) implements Asked {}

    /**
     * @param as the CertID as it came, since the answer must repeat it
     * @param form how it came, since the same certificate can be asked for in several ways
     * @param id empty for a serial that no certificate of ours can have
     */
    record Certificate(CertificateID as, CertIdForm form, Optional<CertificateId> id) {}

    /** It does not follow RFC 6960, or its bounds. */
    record Malformed() implements Asked {}

    /** It asks about an issuer that nobody here answers for, or about several at once. */
    record Foreign() implements Asked {}
}
