package jp.tenkyo.status.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import jp.tenkyo.status.issuers.Issuer;
import jp.tenkyo.status.issuers.IssuerFiles;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/** What makes a list a full one, a municipality's or a delta (RFC 5280 5.2). */
final class ListExtensions {

    private final Issuer issuer;
    private final AuthorityKeyIdentifier signedBy;
    private final String publishedAt;

    /** @param publishedAt URL under which verifiers get lists; empty where none is to be named in them */
    ListExtensions(Issuer issuer, X509Certificate signer, String publishedAt) {
        this.issuer = issuer;
        this.signedBy = new AuthorityKeyIdentifier(HexFormat.of().parseHex(IssuerFiles.keyIdOf(signer.getPublicKey())));
        this.publishedAt = publishedAt;
    }

    Extensions of(ListFrame frame) {
        var extensions = new ExtensionsGenerator();
        try {
            extensions.addExtension(Extension.authorityKeyIdentifier, false, signedBy);
            extensions.addExtension(Extension.cRLNumber, false, new ASN1Integer(frame.number()));
            if (frame.base().isPresent()) {
                // Critical: taken for a full one, it would make most revoked certificates good.
                extensions.addExtension(
                        Extension.deltaCRLIndicator,
                        true,
                        new ASN1Integer(frame.base().getAsLong()));
            }
            if (frame.name().isOfMunicipality()) {
                // Critical for the same reason.
                extensions.addExtension(
                        Extension.issuingDistributionPoint,
                        true,
                        distributionPoint(frame.name().text()));
            }
            if (frame.name().equals(ListName.FULL) && !publishedAt.isEmpty()) {
                extensions.addExtension(Extension.freshestCRL, false, freshest());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return extensions.generate();
    }

    private IssuingDistributionPoint distributionPoint(String municipality) {
        return new IssuingDistributionPoint(
                new DistributionPointName(new GeneralNames(new GeneralName(nameOf(municipality)))), false, false);
    }

    /** The issuer's name with CN=code CRLDP below it, as its certificates name their distribution point. */
    private X500Name nameOf(String municipality) {
        var name = new X500NameBuilder(BCStyle.INSTANCE);
        for (var part : X500Name.getInstance(
                        issuer.certificate().getSubjectX500Principal().getEncoded())
                .getRDNs()) {
            name.addMultiValuedRDN(part.getTypesAndValues());
        }
        return name.addRDN(BCStyle.CN, municipality + " CRLDP").build();
    }

    private CRLDistPoint freshest() {
        var url = "%s/lists/%s/delta.crl".formatted(publishedAt, issuer.keyId());
        var name = new GeneralName(GeneralName.uniformResourceIdentifier, url);
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(name)), null, null)
        });
    }
}
