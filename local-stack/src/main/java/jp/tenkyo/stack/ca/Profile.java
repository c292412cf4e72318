package jp.tenkyo.stack.ca;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate is for, and what follows of that for its contents (rule book 7). */
public enum Profile {
    /** Signs documents (署名用). The policy is that of test certificates. */
    SIGNING(
            "JPKI for digital signature",
            "1.2.392.200149.8.5.1.0.20",
            KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
    /** Logs its holder in (利用者証明用). */
    AUTHENTICATION("JPKI for user authentication", "1.2.392.200149.8.5.1.3.30", KeyUsage.digitalSignature);

    private final X500Name issuerName;
    private final ASN1ObjectIdentifier policy;
    private final int keyUsage;

    Profile(String unit, String policy, int keyUsage) {
        this.issuerName = new X500Name(
                "C=JP,O=JPKI-TEST,OU=%s,OU=Japan Agency for Local Authority Information Systems".formatted(unit));
        this.policy = new ASN1ObjectIdentifier(policy);
        this.keyUsage = keyUsage;
    }

    /** The same for every generation, as it is with the real ones. */
    X500Name issuerName() {
        return issuerName;
    }

    ASN1ObjectIdentifier policy() {
        return policy;
    }

    int keyUsage() {
        return keyUsage;
    }
}
