package jp.tenkyo.lifecycle.issuers;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A CA generation of a test hierarchy, made by Bouncy Castle; nothing of it is kept. */
public final class TestCa {

    public static final String SIGNING_OU = "JPKI for digital signature";
    public static final String AUTHENTICATION_OU = "JPKI for user authentication";

    static final Instant NOT_BEFORE = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant NOT_AFTER = Instant.parse("2035-01-01T00:00:00Z");

    private final KeyPair keys;
    private final String subject;

    private TestCa(KeyPair keys, String subject) {
        this.keys = keys;
        this.subject = subject;
    }

    /** One with a key of its own; all with one OU share their name. */
    public static TestCa withOu(String organizationalUnit) {
        return new TestCa(rsa(), subject(organizationalUnit));
    }

    static TestCa onCurve(String organizationalUnit) {
        return new TestCa(elliptic(), subject(organizationalUnit));
    }

    private static String subject(String organizationalUnit) {
        return "C=JP,O=JPKI-TEST,OU=" + organizationalUnit + ",OU=Agency of the Test";
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair elliptic() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp384r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Bouncy Castle works it out. */
    public String keyId() {
        try {
            var info = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
            var sha1 = new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1));
            return HexFormat.of()
                    .formatHex(new X509ExtensionUtils(sha1)
                            .createSubjectKeyIdentifier(info)
                            .getKeyIdentifier());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a certificate of this CA for itself. */
    public Path caCertificate(Path file) {
        return write(file, true);
    }

    Path otherCertificate(Path file) {
        return write(file, false);
    }

    private Path write(Path file, boolean ca) {
        try {
            var name = new X500Name(subject);
            var algorithm = keys.getPublic().getAlgorithm().equals("EC") ? "SHA384withECDSA" : "SHA256withRSA";
            var certificate = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(NOT_BEFORE),
                            Date.from(NOT_AFTER),
                            name,
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(ca))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature))
                    .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()));
            var pem = new StringWriter();
            try (var writer = new JcaPEMWriter(pem)) {
                writer.writeObject(certificate);
            }
            return Files.writeString(file, pem.toString());
        } catch (CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
