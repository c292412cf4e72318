package jp.tenkyo.status;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.issuers.IssuerFiles;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A CA generation of a test hierarchy, made by Bouncy Castle when it is asked for; nothing of it is kept. All
 * generations have one name, as the real ones do.
 */
public final class TestCa {

    public static final Instant NOT_BEFORE = Instant.parse("2025-01-01T00:00:00Z");
    public static final Instant NOT_AFTER = Instant.parse("2045-01-01T00:00:00Z");

    private static final String NAME =
            "C=JP,O=JPKI-TEST,OU=JPKI for digital signature,OU=Japan Agency for Local Authority Information Systems";

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final AtomicLong serials = new AtomicLong(0x7000_0000L);

    private TestCa(KeyPair keys) {
        this.keys = keys;
        this.certificate = sign(keys.getPublic(), NAME, BigInteger.ONE, Profile.CA);
    }

    public static TestCa rsa() {
        return new TestCa(rsaKeys());
    }

    public static TestCa elliptic() {
        return new TestCa(ellipticKeys());
    }

    /**
     * One whose key is the same each time, so that kept requests fit it. Its key is made from numbers that stand here:
     * it protects nothing.
     */
    public static TestCa fixed() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var curve = parameters.getParameterSpec(ECParameterSpec.class);
            var factory = KeyFactory.getInstance("EC");
            // With the private number 1, the public point is the curve's generator.
            return new TestCa(new KeyPair(
                    factory.generatePublic(new ECPublicKeySpec(curve.getGenerator(), curve)),
                    factory.generatePrivate(new ECPrivateKeySpec(BigInteger.ONE, curve))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate with its key. */
    public record Held(X509Certificate certificate, PrivateKey key) {}

    /** What a certificate is for. */
    public enum Profile {
        CA,
        HOLDER,
        OCSP,
        /** A server or a client of TLS. */
        TLS,
        /** Signs revocation lists under the CA's own name. */
        LISTS,
        /** Without id-pkix-ocsp-nocheck. */
        OCSP_CHECKED,
        OCSP_EXPIRED
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String keyId() {
        return IssuerFiles.keyIdOf(keys.getPublic());
    }

    public Issuer issuer() {
        return new Issuer(keyId(), certificate);
    }

    public CertificateId id(X509Certificate of) {
        return CertificateId.of(keyId(), of.getSerialNumber()).orElseThrow();
    }

    public X509Certificate holder(BigInteger serial) {
        return sign(ellipticKeys().getPublic(), "C=JP,O=JPKI-TEST,CN=holder " + serial, serial, Profile.HOLDER);
    }

    public X509Certificate holder() {
        return holder(BigInteger.valueOf(serials.incrementAndGet()));
    }

    public Held responder(Profile profile) {
        return responder(profile, ellipticKeys());
    }

    public Held rsaResponder() {
        return responder(Profile.OCSP, rsaKeys());
    }

    /** @param subject distinguished name */
    public Held forTls(String subject) {
        var of = ellipticKeys();
        var serial = BigInteger.valueOf(serials.incrementAndGet());
        return new Held(sign(of.getPublic(), subject, serial, Profile.TLS), of.getPrivate());
    }

    public Held listSigner() {
        var of = ellipticKeys();
        var serial = BigInteger.valueOf(serials.incrementAndGet());
        return new Held(sign(of.getPublic(), NAME, serial, Profile.LISTS), of.getPrivate());
    }

    private Held responder(Profile profile, KeyPair of) {
        var serial = BigInteger.valueOf(serials.incrementAndGet());
        return new Held(
                sign(of.getPublic(), "C=JP,O=JPKI-TEST,CN=responder " + serial, serial, profile), of.getPrivate());
    }

    private X509Certificate sign(PublicKey of, String subject, BigInteger serial, Profile profile) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            new X500Name(NAME),
                            serial,
                            Date.from(NOT_BEFORE),
                            Date.from(profile == Profile.OCSP_EXPIRED ? NOT_BEFORE.plusSeconds(60) : NOT_AFTER),
                            new X500Name(subject),
                            of)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(profile == Profile.CA))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(of))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(
                                    switch (profile) {
                                        case CA -> KeyUsage.keyCertSign | KeyUsage.cRLSign;
                                        case LISTS -> KeyUsage.cRLSign;
                                        case HOLDER, TLS, OCSP, OCSP_CHECKED, OCSP_EXPIRED -> KeyUsage.digitalSignature;
                                    }));
            if (profile.name().startsWith("OCSP")) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
                if (profile != Profile.OCSP_CHECKED) {
                    builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
                }
            }
            var algorithm = keys.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA384withECDSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes certificates as PEM, one after the other. */
    public static Path write(Path file, X509Certificate... certificates) {
        return pem(file, (Object[]) certificates);
    }

    /** Writes the key as PEM, PKCS #8. */
    public static Path write(Path file, PrivateKey key) {
        try {
            return pem(file, new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path pem(Path file, Object... objects) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var object : objects) {
                writer.writeObject(object);
            }
            writer.flush();
            return Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair rsaKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ellipticKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
