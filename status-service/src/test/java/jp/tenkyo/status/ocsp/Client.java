package jp.tenkyo.status.ocsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tenkyo.status.TestCa;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Asks as Bouncy Castle does, and believes nothing whose signature it has not checked. */
final class Client {

    static final ASN1ObjectIdentifier SHA1 = OIWObjectIdentifiers.idSHA1;
    static final ASN1ObjectIdentifier SHA256 = NISTObjectIdentifiers.id_sha256;

    private Client() {}

    /**
     * What was said of a certificate.
     *
     * @param status GOOD, UNKNOWN, REVOKED or "REVOKED n" with the reason's number
     */
    record Said(
            String status,
            Optional<Instant> revokedAt,
            Instant thisUpdate,
            Instant nextUpdate,
            Optional<Instant> archiveCutoff) {}

    static byte[] ask(TestCa ca, BigInteger... serials) {
        return ask(ca, SHA1, null, serials);
    }

    static byte[] ask(
            TestCa ca,
            ASN1ObjectIdentifier hash,
            byte @org.jspecify.annotations.Nullable [] nonce,
            BigInteger... serials) {
        try {
            var request = new OCSPReqBuilder();
            for (var serial : serials) {
                request.addRequest(id(ca, hash, serial));
            }
            if (nonce != null) {
                request.setRequestExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded())));
            }
            return request.build().getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static CertificateID id(TestCa ca, ASN1ObjectIdentifier hash, BigInteger serial) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            return new CertificateID(
                    digests.get(new AlgorithmIdentifier(hash)), new JcaX509CertificateHolder(ca.certificate()), serial);
        } catch (OperatorCreationException | CertificateException | OCSPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The response status (RFC 6960 4.2.1): 0 successful, 1 malformed, 2 internal, 3 tryLater, 6 unauthorized. */
    static int status(Reply reply) {
        return parse(reply).getStatus();
    }

    static Said one(Reply reply) {
        var all = all(reply);
        if (all.size() != 1) {
            throw new AssertionError("answers: " + all.size());
        }
        return all.getFirst();
    }

    static List<Said> all(Reply reply) {
        return Arrays.stream(basic(reply).getResponses()).map(Client::said).toList();
    }

    /** Serials of which good is said; the signature is not looked at. */
    static List<BigInteger> goodIn(Reply reply) {
        try {
            return Arrays.stream(((BasicOCSPResp) parse(reply).getResponseObject()).getResponses())
                    .filter(single -> Objects.isNull(single.getCertStatus()))
                    .map(single -> single.getCertID().getSerialNumber())
                    .toList();
        } catch (OCSPException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<byte[]> nonce(Reply reply) {
        return Optional.ofNullable(basic(reply).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .map(extension ->
                        DEROctetString.getInstance(extension.getParsedValue()).getOctets());
    }

    /** Whose signature is that of the certificate that came with it. */
    static BasicOCSPResp basic(Reply reply) {
        try {
            var basic = (BasicOCSPResp) parse(reply).getResponseObject();
            var signer = basic.getCerts()[0];
            if (!basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer))) {
                throw new AssertionError("a signature that is not the responder's");
            }
            return basic;
        } catch (OCSPException | OperatorCreationException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OCSPResp parse(Reply reply) {
        try {
            return new OCSPResp(reply.der());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Said said(SingleResp single) {
        var status = single.getCertStatus();
        var cutoff = single.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff);
        return new Said(
                switch (status) {
                    case null -> "GOOD";
                    case UnknownStatus _ -> "UNKNOWN";
                    case RevokedStatus revoked ->
                        revoked.hasRevocationReason() ? "REVOKED " + revoked.getRevocationReason() : "REVOKED";
                    default -> throw new AssertionError(status.toString());
                },
                status instanceof RevokedStatus revoked
                        ? Optional.of(revoked.getRevocationTime().toInstant())
                        : Optional.empty(),
                single.getThisUpdate().toInstant(),
                single.getNextUpdate().toInstant(),
                Optional.ofNullable(cutoff).map(extension -> instant(extension)));
    }

    private static Instant instant(Extension extension) {
        try {
            return org.bouncycastle.asn1.ASN1GeneralizedTime.getInstance(extension.getParsedValue())
                    .getDate()
                    .toInstant();
        } catch (java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
