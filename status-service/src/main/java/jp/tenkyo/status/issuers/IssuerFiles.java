package jp.tenkyo.status.issuers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tenkyo.status.start.StartRefusedException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Reads the CA certificates that are set, and says all that is wrong with them at once. */
public final class IssuerFiles {

    private static final int KEY_CERT_SIGN = 5;

    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> fileByKey = new LinkedHashMap<>();
    private final List<Issuer> issuers = new ArrayList<>();

    private IssuerFiles() {}

    /** @throws StartRefusedException if a file cannot be taken, or two have the same key */
    public static Issuers read(List<String> files) {
        var reader = new IssuerFiles();
        files.forEach(reader::take);
        if (!reader.problems.isEmpty()) {
            throw new StartRefusedException(
                    String.join(System.lineSeparator(), reader.problems), "Do what each line says.");
        }
        return new Issuers(List.copyOf(reader.issuers));
    }

    private void take(String file) {
        try {
            for (var certificate : PemFile.certificates(file)) {
                take(file, certificate);
            }
        } catch (PemFile.RefusedException e) {
            problems.add("tenkyo.issuers: " + e.getMessage());
        }
    }

    private void take(String file, X509Certificate certificate) {
        var keyId = keyIdOf(certificate.getPublicKey());
        var other = fileByKey.putIfAbsent(keyId, file);
        if (other != null) {
            refuse(file, "has the same key as %s (key id %s). Take one of the two out.".formatted(other, keyId));
        } else if (!isCa(certificate)) {
            refuse(file, "is no CA certificate. Name the certificate of the CA that signs, not one that it signed.");
        } else {
            issuers.add(new Issuer(keyId, certificate));
        }
    }

    private void refuse(String file, String why) {
        problems.add("tenkyo.issuers: " + file + " " + why);
    }

    private static boolean isCa(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }

    /** RFC 5280 4.2.1.2, method 1: SHA-1 of the BIT STRING's value. It names a key and protects nothing. */
    public static String keyIdOf(PublicKey key) {
        var bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bits));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
