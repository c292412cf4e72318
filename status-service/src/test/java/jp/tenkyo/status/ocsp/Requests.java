package jp.tenkyo.status.ocsp;

import java.io.IOException;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;

/** Requests that no honest client makes. */
final class Requests {

    private Requests() {}

    static byte[] of(CertificateID... ids) {
        try {
            var request = new OCSPReqBuilder();
            for (var id : ids) {
                request.addRequest(id);
            }
            return request.build().getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
