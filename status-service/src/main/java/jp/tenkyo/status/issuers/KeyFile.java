package jp.tenkyo.status.issuers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Private keys that settings name. */
public final class KeyFile {

    private static final String ADVICE =
            " is no private key in PEM without a password. Convert it: openssl pkcs8 -topk8 -nocrypt.";

    private KeyFile() {}

    public static PrivateKey read(String file) throws PemFile.RefusedException {
        var text = new String(PemFile.bytes(file), US_ASCII);
        try (var parser = new PEMParser(new StringReader(text))) {
            var converter = new JcaPEMKeyConverter();
            return switch (parser.readObject()) {
                case PrivateKeyInfo info -> converter.getPrivateKey(info);
                case PEMKeyPair pair -> converter.getPrivateKey(pair.getPrivateKeyInfo());
                case null, default -> throw new PemFile.RefusedException(file + ADVICE);
            };
        } catch (IOException e) {
            throw new PemFile.RefusedException(file + ADVICE);
        }
    }

    /** How statements are signed with the key, as Java names it. */
    public static String algorithmOf(PrivateKey key) {
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    /** Whether what the key signs verifies by the certificate, whatever the certificate allows it to sign. */
    public static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        var text = "does this key belong to that certificate?".getBytes(US_ASCII);
        try {
            var signature = Signature.getInstance(algorithmOf(key));
            signature.initSign(key);
            signature.update(text);
            var signed = signature.sign();
            // Given the certificate itself, Java would demand the key usage digitalSignature.
            signature.initVerify(certificate.getPublicKey());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
