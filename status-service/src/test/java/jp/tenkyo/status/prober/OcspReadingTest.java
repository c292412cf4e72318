package jp.tenkyo.status.prober;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.TestCa.Profile;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.prober.core.Effect;
import jp.tenkyo.status.prober.core.Observation;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OcspReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:04:05Z");
    private static final BigInteger SERIAL = BigInteger.valueOf(0x1a);
    private static final Observation REFUSES = new Observation.Refuses();

    private final TestCa ca = TestCa.elliptic();

    @Test
    void what_a_certified_responder_has_signed_is_believed() {
        var responder = ca.responder(Profile.OCSP);
        assertThat(read(answer(responder, SERIAL, null, NOW))).isEqualTo(says(Effect.UNREVOKED));
        assertThat(read(answer(responder, SERIAL, new RevokedStatus(Date.from(NOW), 3), NOW)))
                .isEqualTo(says(Effect.ended(Reason.AFFILIATION_CHANGED, Optional.of(NOW))));
        assertThat(read(answer(responder, SERIAL, new RevokedStatus(Date.from(NOW), 6), NOW)))
                .isEqualTo(says(Effect.ended(Reason.CERTIFICATE_HOLD, Optional.of(NOW))));
        assertThat(read(answer(responder, SERIAL, new UnknownStatus(), NOW))).isEqualTo(new Observation.KnowsNothing());
    }

    @Test
    void good_counts_for_nothing_where_nobody_may_have_said_it() {
        assertThat(read(answer(TestCa.elliptic().responder(Profile.OCSP), SERIAL, null, NOW)))
                .as("of another CA")
                .isEqualTo(REFUSES);
        assertThat(read(answer(ca.responder(Profile.LISTS), SERIAL, null, NOW)))
                .as("not certified for OCSP")
                .isEqualTo(REFUSES);
        assertThat(read(answer(ca.responder(Profile.OCSP_EXPIRED), SERIAL, null, NOW)))
                .as("certified no longer")
                .isEqualTo(REFUSES);
        var responder = ca.responder(Profile.OCSP);
        assertThat(read(answer(
                        new TestCa.Held(
                                responder.certificate(),
                                ca.responder(Profile.OCSP).key()),
                        SERIAL,
                        null,
                        NOW)))
                .as("signed by another key")
                .isEqualTo(REFUSES);
        assertThat(read(answer(responder, BigInteger.TWO, null, NOW)))
                .as("about another certificate")
                .isEqualTo(REFUSES);
        assertThat(read(answer(responder, SERIAL, null, NOW.minus(Duration.ofHours(1)))))
                .as("too old")
                .isEqualTo(REFUSES);
    }

    @Test
    void try_later_and_what_is_no_answer_at_all_are_refusals() throws Exception {
        assertThat(read(new OCSPRespBuilder()
                        .build(OCSPRespBuilder.TRY_LATER, null)
                        .getEncoded()))
                .isEqualTo(REFUSES);
        assertThat(read(new byte[] {1, 2, 3})).isEqualTo(REFUSES);
        assertThat(read(new byte[0])).isEqualTo(REFUSES);
    }

    private static Observation says(Effect effect) {
        return new Observation.Says(effect, OptionalInt.empty());
    }

    private Observation read(byte[] der) {
        return OcspReading.read(der, id(SERIAL), ca.issuer(), NOW);
    }

    private byte[] answer(
            TestCa.Held responder, BigInteger serial, @Nullable CertificateStatus status, Instant thisUpdate) {
        try {
            var certificate = new JcaX509CertificateHolder(responder.certificate());
            var basic = new BasicOCSPRespBuilder(new RespID(certificate.getSubject()))
                    .addResponse(
                            id(serial), status, Date.from(thisUpdate), Date.from(thisUpdate.plusSeconds(300)), null)
                    .build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(responder.key()),
                            new X509CertificateHolder[] {certificate},
                            Date.from(thisUpdate));
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded();
        } catch (IOException | OCSPException | CertificateException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private CertificateID id(BigInteger serial) {
        try {
            return new CertificateID(
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                    new JcaX509CertificateHolder(ca.certificate()),
                    serial);
        } catch (OCSPException | CertificateException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
