package jp.tenkyo.stack.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Two generations of issuers for signing and for authentication certificates; both generations of a kind have one name,
 * so only their keys tell them apart. Keys are made where the folder is not there, and stay in it. Certificates of
 * holders are made when they are asked for, each time with the same bytes.
 */
public final class TestCa {

    /** What was made before is from the first generation. */
    public static final Instant SECOND_GENERATION_FROM = Instant.parse("2024-01-04T00:00:00Z");

    private static final int GENERATIONS = 2;
    private static final Instant NOT_BEFORE = Instant.parse("2015-12-01T00:00:00Z");
    private static final Instant NOT_AFTER = Instant.parse("2049-12-01T00:00:00Z");

    private final List<IssuerFiles> issuers;
    private final List<Issuing> issuing;
    private final List<PublicKey> subjects;

    private TestCa(List<IssuerFiles> issuers, List<Issuing> issuing, List<PublicKey> subjects) {
        this.issuers = issuers;
        this.issuing = issuing;
        this.subjects = subjects;
    }

    /**
     * Takes the one in the folder, or makes one; a folder that is there is whole.
     *
     * @throws IOException if the folder cannot be written, or does not hold one
     */
    public static TestCa in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            make(folder);
        }
        var files = new ArrayList<IssuerFiles>();
        var issuing = new ArrayList<Issuing>();
        for (var profile : Profile.values()) {
            for (var generation = 1; generation <= GENERATIONS; generation++) {
                var name = name(profile, generation);
                var key = PemFiles.certificate(folder.resolve(name + ".pem")).getPublicKey();
                files.add(files(folder, profile, generation, keyIdOf(key)));
                issuing.add(issuing(profile, new KeyPair(key, PemFiles.key(folder.resolve(name + ".key")))));
            }
        }
        return new TestCa(
                List.copyOf(files), List.copyOf(issuing), PemFiles.publicKeys(folder.resolve("subjects.pem")));
    }

    private static void make(Path folder) throws IOException {
        var half = folder.resolveSibling(folder.getFileName() + ".new");
        delete(half);
        PemFiles.makeFolder(half);
        for (var profile : Profile.values()) {
            for (var generation = 1; generation <= GENERATIONS; generation++) {
                make(half.resolve(name(profile, generation)).toString(), profile);
            }
        }
        PemFiles.write(half.resolve("subjects.pem"), KeyPool.subjects().toArray());
        Files.move(half, folder);
    }

    private static void make(String path, Profile profile) throws IOException {
        var keys = KeyPool.rsa();
        var issuing = issuing(profile, keys);
        PemFiles.write(Path.of(path + ".pem"), issuing.ofItself());
        PemFiles.write(Path.of(path + ".key"), keys.getPrivate());
        var ocsp = KeyPool.elliptic();
        PemFiles.write(Path.of(path + "-ocsp.pem"), issuing.ocspResponder(ocsp.getPublic()));
        PemFiles.write(Path.of(path + "-ocsp.key"), ocsp.getPrivate());
        var lists = KeyPool.elliptic();
        PemFiles.write(Path.of(path + "-lists.pem"), issuing.listSigner(lists.getPublic()));
        PemFiles.write(Path.of(path + "-lists.key"), lists.getPrivate());
        PemFiles.write(Path.of(path + "-own.crl"), issuing.ownList());
    }

    private static Issuing issuing(Profile profile, KeyPair keys) {
        return new Issuing(profile, keys.getPublic(), keys.getPrivate(), NOT_BEFORE, NOT_AFTER);
    }

    private static String name(Profile profile, int generation) {
        return profile.name().toLowerCase(Locale.ROOT) + "-" + generation;
    }

    private static IssuerFiles files(Path folder, Profile profile, int generation, String keyId) {
        var path = folder.resolve(name(profile, generation)).toString();
        return new IssuerFiles(
                profile,
                generation,
                keyId,
                Path.of(path + ".pem"),
                Path.of(path + "-ocsp.pem"),
                Path.of(path + "-ocsp.key"),
                Path.of(path + "-lists.pem"),
                Path.of(path + "-lists.key"),
                Path.of(path + "-own.crl"));
    }

    public List<IssuerFiles> issuers() {
        return issuers;
    }

    /** The key that makes certificates of that kind at that instant. */
    public String keyIdOf(Profile profile, Instant notBefore) {
        return issuers.get(index(profile, notBefore)).keyId();
    }

    private int index(Profile profile, Instant notBefore) {
        var generation = notBefore.isBefore(SECOND_GENERATION_FROM) ? 1 : GENERATIONS;
        return IntStream.range(0, issuers.size())
                .filter(i ->
                        issuers.get(i).profile() == profile && issuers.get(i).generation() == generation)
                .findFirst()
                .orElseThrow();
    }

    /** The holder's certificate, made of these words alone. */
    public X509Certificate certificate(HolderCertificate of) {
        var serial = new BigInteger(of.serial(), 16);
        return issuing.get(index(of.profile(), of.notBefore()))
                .holder(
                        of,
                        subjects.get(
                                serial.mod(BigInteger.valueOf(subjects.size())).intValue()));
    }

    public String pem(HolderCertificate of) {
        return PemFiles.text(certificate(of));
    }

    private static String keyIdOf(PublicKey key) {
        var bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bits));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    /** What a run that was cut off has left. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(TestCa::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
