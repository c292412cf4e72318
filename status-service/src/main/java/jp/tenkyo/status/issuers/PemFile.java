package jp.tenkyo.status.issuers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Files that settings name. Each refusal names the file and says what to do. */
public final class PemFile {

    private static final int BYTES_MAX = 1 << 20;

    private PemFile() {}

    /** A file cannot be taken; the message says which, why and what to do. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1;

        public RefusedException(String message) {
            super(message);
        }
    }

    /** @return at least one */
    public static List<X509Certificate> certificates(String file) throws RefusedException {
        try {
            var found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
            if (found.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException e) {
            throw new RefusedException(file
                    + " is not a certificate in PEM (-----BEGIN CERTIFICATE-----). Convert it, or name another file.");
        }
    }

    public static byte[] bytes(String file) throws RefusedException {
        try (var in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(BYTES_MAX);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new RefusedException(file + " is not there. Correct its path.");
        } catch (IOException e) {
            throw new RefusedException(file + " cannot be read. Make it readable for the user that runs this service.");
        }
    }
}
