package jp.tenkyo.status.prober;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.prober.core.Effect;
import jp.tenkyo.status.prober.core.Observation;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an OCSP answer says to a client that believes nothing unproved (RFC 6960 3.2). */
final class OcspReading {

    private static final Logger LOG = LoggerFactory.getLogger(OcspReading.class);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private OcspReading() {}

    static Observation read(byte[] der, CertificateID asked, Issuer issuer, Instant now) {
        try {
            var response = new OCSPResp(der);
            return response.getStatus() == OCSPResp.SUCCESSFUL
                            && response.getResponseObject() instanceof BasicOCSPResp basic
                            && isBelievable(basic, issuer, now)
                    ? about(asked, basic, now).orElseGet(Observation.Refuses::new)
                    : new Observation.Refuses();
        } catch (IOException
                | OCSPException
                | CertificateException
                | CertException
                | OperatorCreationException
                // Bouncy Castle throws these for bytes that are not what they should be.
                | RuntimeException e) {
            LOG.warn("An OCSP answer cannot be read", e);
            return new Observation.Refuses();
        }
    }

    /** Signed by a responder that the issuer's key has certified for it. */
    private static boolean isBelievable(BasicOCSPResp basic, Issuer issuer, Instant now)
            throws OCSPException, CertificateException, CertException, OperatorCreationException {
        var verifiers = new JcaContentVerifierProviderBuilder();
        if (basic.getCerts().length == 0) {
            return false;
        }
        var responder = basic.getCerts()[0];
        return responder.isSignatureValid(verifiers.build(issuer.certificate().getPublicKey()))
                && maySignAnswers(responder)
                && responder.isValidOn(Date.from(now))
                && basic.isSignatureValid(verifiers.build(responder));
    }

    private static boolean maySignAnswers(X509CertificateHolder responder) {
        var usage = ExtendedKeyUsage.fromExtensions(responder.getExtensions());
        return usage != null && usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning);
    }

    private static Optional<Observation> about(CertificateID asked, BasicOCSPResp basic, Instant now) {
        return Arrays.stream(basic.getResponses())
                .filter(single -> single.getCertID().equals(asked) && isOfNow(single, now))
                .findFirst()
                .map(single -> said(single.getCertStatus()));
    }

    private static boolean isOfNow(SingleResp single, Instant now) {
        return !single.getThisUpdate().toInstant().isAfter(now.plus(CLOCKS_DIFFER_BY))
                && single.getNextUpdate() != null
                && single.getNextUpdate().toInstant().isAfter(now.minus(CLOCKS_DIFFER_BY));
    }

    /** @param status null is Bouncy Castle's "good" */
    private static Observation said(@Nullable CertificateStatus status) {
        return switch (status) {
            case null -> new Observation.Says(Effect.UNREVOKED, OptionalInt.empty());
            case RevokedStatus revoked ->
                new Observation.Says(
                        Effect.ended(
                                revoked.hasRevocationReason()
                                        ? Reason.ofCode(revoked.getRevocationReason())
                                        : Reason.UNSPECIFIED,
                                Optional.of(revoked.getRevocationTime().toInstant())),
                        OptionalInt.empty());
            case UnknownStatus _ -> new Observation.KnowsNothing();
            default -> new Observation.Refuses();
        };
    }
}
