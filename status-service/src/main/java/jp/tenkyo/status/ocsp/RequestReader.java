package jp.tenkyo.status.ocsp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.status.core.CertificateId;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.jspecify.annotations.Nullable;

/** Reads a request, which may be anything: whatever is wrong with it is an answer, never an exception. */
final class RequestReader {

    /** Of a request in DER; room for {@link #CERTIFICATES_MAX} with a nonce and a signature that nobody looks at. */
    static final int BYTES_MAX = 8 << 10;

    static final int CERTIFICATES_MAX = 32;

    /** RFC 9654 2.1: others are malformed. */
    private static final int NONCE_BYTES_MIN = 1;

    private static final int NONCE_BYTES_MAX = 128;

    private final Responders responders;

    RequestReader(Responders responders) {
        this.responders = responders;
    }

    Asked read(byte[] der) {
        if (der.length == 0 || der.length > BYTES_MAX) {
            return new Asked.Malformed();
        }
        try {
            return read(OCSPRequest.getInstance(one(der)));
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle reads lazily: a fault inside shows where it is first looked at, and as any exception.
            return new Asked.Malformed();
        }
    }

    /** Nothing may follow: two readers must not see two requests in the same bytes. */
    private static ASN1Primitive one(byte[] der) throws IOException {
        try (var in = new ASN1InputStream(der)) {
            var first = in.readObject();
            if (first == null || in.read() >= 0) {
                throw new IOException("not one DER value");
            }
            return first;
        }
    }

    private Asked read(OCSPRequest request) throws IOException {
        var wanted = request.getTbsRequest();
        var list = wanted.getRequestList();
        if (list.size() == 0 || list.size() > CERTIFICATES_MAX || !isVersion1(wanted.getVersion())) {
            return new Asked.Malformed();
        }
        var nonce = nonce(wanted.getRequestExtensions());
        var certificates = new ArrayList<Asked.Certificate>(list.size());
        @Nullable Responder responder = null;
        for (var element : list) {
            var one = Request.getInstance(element);
            refuseCritical(one.getSingleRequestExtensions(), null);
            var id = new CertificateID(one.getReqCert());
            var found = responders.of(id.getIssuerNameHash(), id.getIssuerKeyHash());
            var form = CertIdForm.of(one.getReqCert().getHashAlgorithm());
            if (form.isEmpty() || found.isEmpty() || (responder != null && responder != found.get())) {
                return new Asked.Foreign();
            }
            responder = found.get();
            certificates.add(certificate(id, form.get(), responder));
        }
        return responder == null
                ? new Asked.Malformed()
                : new Asked.Statuses(responder, List.copyOf(certificates), nonce);
    }

    private static boolean isVersion1(@Nullable ASN1Integer version) {
        return version == null || version.hasValue(0);
    }

    private static Asked.Certificate certificate(CertificateID as, CertIdForm form, Responder responder) {
        return new Asked.Certificate(
                as, form, CertificateId.of(responder.issuer().keyId(), as.getSerialNumber()));
    }

    private static Optional<Extension> nonce(@Nullable Extensions extensions) throws IOException {
        refuseCritical(extensions, OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        @Nullable
        Extension nonce = extensions == null ? null : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce == null) {
            return Optional.empty();
        }
        var inner = ASN1OctetString.getInstance(nonce.getExtnValue().getOctets());
        var length = inner.getOctetsLength();
        if (length < NONCE_BYTES_MIN || length > NONCE_BYTES_MAX) {
            throw new IOException("a nonce of " + length + " bytes");
        }
        return Optional.of(nonce);
    }

    /** What is critical and not understood must not be passed over (RFC 6960 4.4). */
    private static void refuseCritical(@Nullable Extensions extensions, @Nullable ASN1ObjectIdentifier understood)
            throws IOException {
        if (extensions == null) {
            return;
        }
        for (var oid : extensions.getCriticalExtensionOIDs()) {
            if (!oid.equals(understood)) {
                throw new IOException("a critical extension that is not known: " + oid);
            }
        }
    }
}
