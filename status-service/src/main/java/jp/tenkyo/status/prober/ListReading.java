package jp.tenkyo.status.prober;

import java.math.BigInteger;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.Optional;
import java.util.OptionalInt;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.prober.core.Effect;
import jp.tenkyo.status.prober.core.Observation;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;

/** What revocation lists say of a certificate, to a verifier that has fetched them. */
final class ListReading {

    private ListReading() {}

    /** What one list says. */
    static Observation of(X509CRL list, BigInteger serial) {
        return says(Optional.ofNullable(list.getRevokedCertificate(serial)));
    }

    /**
     * What a full list and a delta that was fetched before it say together (RFC 5280 5.2.4). A full list that is no
     * older than the delta stands for itself.
     */
    static Observation of(X509CRL full, X509CRL delta, BigInteger serial) {
        var number = number(full, Extension.cRLNumber);
        if (number.compareTo(number(delta, Extension.cRLNumber)) >= 0) {
            return of(full, serial);
        }
        if (number.compareTo(number(delta, Extension.deltaCRLIndicator)) < 0) {
            return new Observation.Refuses();
        }
        var changed = delta.getRevokedCertificate(serial);
        if (changed == null) {
            return of(full, serial);
        }
        return says(Optional.of(changed).filter(entry -> entry.getRevocationReason() != CRLReason.REMOVE_FROM_CRL));
    }

    /** Zero where it has none. */
    private static BigInteger number(X509CRL list, ASN1ObjectIdentifier extension) {
        var value = list.getExtensionValue(extension.getId());
        return value == null
                ? BigInteger.ZERO
                : ASN1Integer.getInstance(ASN1OctetString.getInstance(value).getOctets())
                        .getValue();
    }

    private static Observation says(Optional<X509CRLEntry> entry) {
        return new Observation.Says(entry.map(ListReading::effect).orElse(Effect.UNREVOKED), OptionalInt.empty());
    }

    /** Java names reasons as we do. */
    private static Effect effect(X509CRLEntry entry) {
        var reason = entry.getRevocationReason();
        return Effect.ended(
                reason == null ? Reason.UNSPECIFIED : Reason.valueOf(reason.name()),
                Optional.of(entry.getRevocationDate().toInstant()));
    }
}
