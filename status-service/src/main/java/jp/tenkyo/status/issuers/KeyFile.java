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

    /** @param algorithm of the signature, as Java names it */
    public static boolean belongTogether(PrivateKey key, X509Certificate certificate, String algorithm) {
        var text = "does this key belong to that certificate?".getBytes(US_ASCII);
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text);
            var signed = signature.sign();
            signature.initVerify(certificate);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
