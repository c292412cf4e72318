package jp.tenkyo.stack.ca;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Files of the test hierarchy, which nobody but their owner can open. */
final class PemFiles {

    private static final boolean KNOWS_OWNERS =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PemFiles() {}

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder, forOwner("rwx------"));
    }

    private static FileAttribute<?>[] forOwner(String permissions) {
        return KNOWS_OWNERS
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static void write(Path file, byte[] content) throws IOException {
        Files.createFile(file, forOwner("rw-------"));
        Files.write(file, content);
    }

    static void write(Path file, Object... objects) throws IOException {
        Files.createFile(file, forOwner("rw-------"));
        Files.writeString(file, text(objects));
    }

    static String text(Object... objects) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var object : objects) {
                writer.writeObject(object instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static X509Certificate certificate(Path file) throws IOException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate((X509CertificateHolder) all(file).getFirst());
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is damaged", e);
        }
    }

    static PrivateKey key(Path file) throws IOException {
        return new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) all(file).getFirst());
    }

    static List<PublicKey> publicKeys(Path file) throws IOException {
        var keys = new ArrayList<PublicKey>();
        for (var each : all(file)) {
            keys.add(new JcaPEMKeyConverter().getPublicKey((SubjectPublicKeyInfo) each));
        }
        return keys;
    }

    private static List<Object> all(Path file) throws IOException {
        var objects = new ArrayList<Object>();
        try (var parser = new PEMParser(new StringReader(Files.readString(file)))) {
            for (var each = parser.readObject(); each != null; each = parser.readObject()) {
                objects.add(each);
            }
        }
        return objects;
    }
}
