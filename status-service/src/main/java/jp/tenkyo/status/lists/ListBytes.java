package jp.tenkyo.status.lists;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Iterator;
import java.util.OptionalLong;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/** A list as it lies in its file, read entry by entry. */
final class ListBytes implements Iterable<ListEntry> {

    private final byte[] toBeSigned;
    private final AlgorithmIdentifier algorithm;
    private final byte[] signature;
    private final Instant thisUpdate;
    private final Instant nextUpdate;
    private final Der.Element entries;
    private final Extensions extensions;

    /** @throws IllegalArgumentException if these bytes are no list */
    ListBytes(byte[] der) {
        var parts = new Der.Reader(der).next().inside();
        var signed = parts.next();
        this.toBeSigned = signed.whole();
        this.algorithm = AlgorithmIdentifier.getInstance(read(parts.next()));
        this.signature = ASN1BitString.getInstance(read(parts.next())).getOctets();
        var fields = signed.inside();
        // Version, algorithm and issuer.
        fields.next();
        fields.next();
        fields.next();
        this.thisUpdate = time(fields.next());
        this.nextUpdate = time(fields.next());
        this.entries = fields.nextIs(Der.SEQUENCE) ? fields.next() : new Der.Reader(Der.sequence()).next();
        this.extensions = Extensions.getInstance(read(fields.next().inside().next()));
    }

    private static ASN1Primitive read(Der.Element element) {
        try {
            return ASN1Primitive.fromByteArray(element.whole());
        } catch (IOException e) {
            throw new IllegalArgumentException("no DER", e);
        }
    }

    private static Instant time(Der.Element element) {
        return Time.getInstance(read(element)).getDate().toInstant();
    }

    Instant thisUpdate() {
        return thisUpdate;
    }

    Instant nextUpdate() {
        return nextUpdate;
    }

    long number() {
        return ASN1Integer.getInstance(extensions.getExtensionParsedValue(Extension.cRLNumber))
                .longValueExact();
    }

    OptionalLong base() {
        var base = extensions.getExtensionParsedValue(Extension.deltaCRLIndicator);
        return base == null
                ? OptionalLong.empty()
                : OptionalLong.of(ASN1Integer.getInstance(base).longValueExact());
    }

    boolean isSignedBy(X509Certificate signer) {
        try {
            var check = Signature.getInstance(new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm));
            check.initVerify(signer.getPublicKey());
            check.update(toBeSigned);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public Iterator<ListEntry> iterator() {
        var left = entries.inside();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return left.hasNext();
            }

            @Override
            public ListEntry next() {
                return entry(left.next().inside());
            }
        };
    }

    private static ListEntry entry(Der.Reader fields) {
        var serial = new BigInteger(fields.next().content());
        var revokedAt = EntryTime.read(fields.next());
        var reason = fields.hasNext() ? reason(fields.next()) : 0;
        return new ListEntry(ListEntry.hex(serial.toString(16)), revokedAt, reason);
    }

    private static int reason(Der.Element extensions) {
        return EntryWriter.reasonOf(extensions.whole())
                .orElseGet(() -> reason(Extensions.getInstance(read(extensions))));
    }

    private static int reason(Extensions extensions) {
        return ASN1Enumerated.getInstance(extensions.getExtensionParsedValue(Extension.reasonCode))
                .intValueExact();
    }
}
