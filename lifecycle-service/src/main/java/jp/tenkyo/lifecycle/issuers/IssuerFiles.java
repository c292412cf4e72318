package jp.tenkyo.lifecycle.issuers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import jp.tenkyo.lifecycle.core.Kind;

/** Reads the CA certificates that are set, and says all that is wrong with them at once. */
public final class IssuerFiles {

    private static final int BYTES_MAX = 1024 * 1024;
    private static final int KEY_CERT_SIGN = 5;

    private static final Map<String, Kind> KIND_BY_OU =
            Map.of("jpki for digital signature", Kind.SIGNING, "jpki for user authentication", Kind.AUTHENTICATION);

    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> fileByKey = new LinkedHashMap<>();
    private final List<Issuer> issuers = new ArrayList<>();

    private IssuerFiles() {}

    /** @throws IssuersRefusedException if a file cannot be taken, or two have the same key */
    public static Issuers read(List<IssuerFile> files) {
        var reader = new IssuerFiles();
        files.forEach(reader::take);
        if (!reader.problems.isEmpty()) {
            throw new IssuersRefusedException(reader.problems);
        }
        return new Issuers(List.copyOf(reader.issuers));
    }

    private void take(IssuerFile from) {
        try {
            for (var certificate : certificates(Path.of(from.file()))) {
                take(from, certificate);
            }
        } catch (NoSuchFileException | InvalidPathException e) {
            refuse(from, "is not there. Correct its path.");
        } catch (IOException e) {
            refuse(from, "cannot be read. Make it readable for the user that runs this service.");
        } catch (CertificateException e) {
            refuse(
                    from,
                    "is not a certificate in PEM (-----BEGIN CERTIFICATE-----). Convert it, or name another file.");
        }
    }

    private static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        try (var in = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(in.readNBytes(BYTES_MAX)));
            if (found.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        }
    }

    private void take(IssuerFile from, X509Certificate certificate) {
        var keyId = SubjectPublicKey.idOf(certificate.getPublicKey());
        var kind = from.setKind().or(() -> kindOf(certificate));
        var other = fileByKey.putIfAbsent(keyId, from.file());
        if (other != null) {
            refuse(from, "has the same key as " + other + " (key id " + keyId + "). Take one of the two out.");
        } else if (!isCa(certificate)) {
            refuse(from, "is no CA certificate. Name the certificate of the CA that signs, not one that it signed.");
        } else if (kind.isEmpty()) {
            refuse(from, "does not say by an OU of its name what it signs. Add its kind: SIGNING or AUTHENTICATION.");
        } else {
            issuers.add(new Issuer(
                    keyId,
                    certificate.getSubjectX500Principal().getName(),
                    kind.get(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant()));
        }
    }

    private void refuse(IssuerFile file, String why) {
        problems.add("tenkyo.issuers: " + file.file() + " " + why);
    }

    private static boolean isCa(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }

    private static Optional<Kind> kindOf(X509Certificate certificate) {
        var kinds = organizationalUnits(certificate).stream()
                .flatMap(unit -> Optional.ofNullable(KIND_BY_OU.get(unit.toLowerCase(java.util.Locale.ROOT))).stream())
                .collect(Collectors.toSet());
        return kinds.size() == 1 ? kinds.stream().findFirst() : Optional.empty();
    }

    private static List<String> organizationalUnits(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("OU"))
                            .map(part -> String.valueOf(part.getValue()))
                            .toList();
        } catch (InvalidNameException e) {
            throw new IllegalStateException("A principal's name follows RFC 2253", e);
        }
    }
}
