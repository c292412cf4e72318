package jp.tenkyo.stack.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * One generation's key at work. RSA signatures of PKCS #1 v1.5 are the same each time, so a certificate made twice from
 * the same has the same bytes.
 */
final class Issuing {

    private static final ASN1ObjectIdentifier NAME_OF_HOLDER = new ASN1ObjectIdentifier("1.2.392.200149.8.5.5.1");
    private static final String OWN = "CA";
    private static final int HEX = 16;

    private final Profile profile;
    private final PublicKey key;
    private final PrivateKey secret;
    private final Instant notBefore;
    private final Instant notAfter;

    Issuing(Profile profile, PublicKey key, PrivateKey secret, Instant notBefore, Instant notAfter) {
        this.profile = profile;
        this.key = key;
        this.secret = secret;
        this.notBefore = notBefore;
        this.notAfter = notAfter;
    }

    X509Certificate ofItself() {
        return sign(key, ofIts(BigInteger.ONE, key), builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.cRLDistributionPoints, false, distributionPoint(OWN));
        });
    }

    /** May answer OCSP requests for it (RFC 6960 4.2.2.2). */
    X509Certificate ocspResponder(PublicKey of) {
        var name = named("OCSP responder");
        return sign(of, begin(BigInteger.TWO, name, of, notBefore, notAfter), builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            builder.addExtension(Extension.cRLDistributionPoints, false, distributionPoint(OWN));
        });
    }

    /** May sign revocation lists in its name, and under its name: then they are no indirect ones. */
    X509Certificate listSigner(PublicKey of) {
        return sign(of, ofIts(BigInteger.valueOf(3), of), builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign));
            builder.addExtension(Extension.cRLDistributionPoints, false, distributionPoint(OWN));
        });
    }

    private X509v3CertificateBuilder ofIts(BigInteger serial, PublicKey of) {
        return begin(serial, profile.issuerName(), of, notBefore, notAfter);
    }

    X509Certificate holder(HolderCertificate of, PublicKey subject) {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "JP")
                .addRDN(BCStyle.CN, of.holderId())
                .build();
        var certificate = begin(new BigInteger(of.serial(), HEX), name, subject, of.notBefore(), of.notAfter());
        return sign(subject, certificate, builder -> {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(profile.keyUsage()));
            builder.addExtension(
                    Extension.certificatePolicies,
                    true,
                    new CertificatePolicies(new PolicyInformation(profile.policy())));
            if (profile == Profile.SIGNING) {
                builder.addExtension(Extension.subjectAlternativeName, false, madeUpName(of.holderId()));
                builder.addExtension(Extension.cRLDistributionPoints, false, distributionPoint(of.municipality()));
            }
        });
    }

    /** What stands where the real ones have their holder's name. */
    private static GeneralNames madeUpName(String holderId) {
        return new GeneralNames(
                new GeneralName(GeneralName.otherName, new OtherName(NAME_OF_HOLDER, new DERUTF8String(holderId))));
    }

    /** DER: of its own certificate, its responder's and its list signer's, none of which is revoked. */
    byte[] ownList() {
        try {
            var list = new X509v2CRLBuilder(profile.issuerName(), Date.from(notBefore))
                    .setNextUpdate(Date.from(notAfter))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(key))
                    .addExtension(
                            Extension.issuingDistributionPoint,
                            true,
                            new IssuingDistributionPoint(place(OWN), false, false));
            return list.build(new JcaContentSignerBuilder("SHA256withRSA").build(secret))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private CRLDistPoint distributionPoint(String of) {
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(place(of), null, null)});
    }

    private DistributionPointName place(String of) {
        return new DistributionPointName(new GeneralNames(new GeneralName(named(of + " CRLDP"))));
    }

    private X500Name named(String commonName) {
        var name = new X500NameBuilder(BCStyle.INSTANCE);
        for (var part : profile.issuerName().getRDNs()) {
            name.addMultiValuedRDN(part.getTypesAndValues());
        }
        return name.addRDN(BCStyle.CN, commonName).build();
    }

    private X509v3CertificateBuilder begin(
            BigInteger serial, X500Name subject, PublicKey of, Instant from, Instant until) {
        return new JcaX509v3CertificateBuilder(
                profile.issuerName(), serial, Date.from(from), Date.from(until), subject, of);
    }

    /** Adds what one profile has and others have not. */
    private interface Special {
        void to(X509v3CertificateBuilder builder) throws IOException;
    }

    private X509Certificate sign(PublicKey subject, X509v3CertificateBuilder builder, Special special) {
        try {
            var identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(key));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subject));
            special.to(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(secret)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
