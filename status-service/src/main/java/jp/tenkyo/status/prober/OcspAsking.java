package jp.tenkyo.status.prober;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.prober.core.Observation;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Asks OCSP as RFC 5019 has it, by GET and without a nonce: the way on which an answer can be an old one. */
final class OcspAsking implements Asking {

    private static final int OK = 200;

    private final ServiceHttp http;
    private final Issuers issuers;
    private final InstantSource clock;

    /** @param clock the machine's */
    OcspAsking(ServiceHttp http, Issuers issuers, InstantSource clock) {
        this.http = http;
        this.issuers = issuers;
        this.clock = clock;
    }

    @Override
    public Optional<Observation> ask(StatusRow row) throws InterruptedException {
        var issuer = issuers.byKeyId(row.id().issuerKeyId());
        return issuer.isEmpty() ? Optional.empty() : Optional.of(ask(row, issuer.get()));
    }

    private Observation ask(StatusRow row, Issuer issuer) throws InterruptedException {
        var id = id(row, issuer);
        var path = "/ocsp/" + URLEncoder.encode(Base64.getEncoder().encodeToString(request(id)), UTF_8);
        return http.send(http.to(path).build())
                .filter(answer -> answer.statusCode() == OK)
                .map(HttpResponse::body)
                .map(der -> OcspReading.read(der, id, issuer, clock.instant()))
                .orElseGet(Observation.Refuses::new);
    }

    private static CertificateID id(StatusRow row, Issuer issuer) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            return new CertificateID(
                    digests.get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                    new JcaX509CertificateHolder(issuer.certificate()),
                    row.id().serialNumber());
        } catch (OperatorCreationException | CertificateEncodingException | OCSPException e) {
            throw new IllegalStateException("An issuer's certificate does not serve to ask about its own", e);
        }
    }

    private static byte[] request(CertificateID id) {
        try {
            return new OCSPReqBuilder().addRequest(id).build().getEncoded();
        } catch (OCSPException e) {
            throw new IllegalStateException("A request without signature is not made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
