package jp.tenkyo.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The API key by which somebody at this machine may try feed and webhooks: made at the first start, in a file for its
 * owner alone. The service is told its hash.
 */
record SubscriberKey(String text) {

    private static final int BYTES = 32;

    static SubscriberKey in(DataFolder data) throws IOException {
        var file = data.subscriberKey();
        if (!Files.exists(file)) {
            Files.createDirectories(data.root());
            Files.createFile(file, forOwner(file));
            Files.writeString(file, random(), US_ASCII);
        }
        return new SubscriberKey(Files.readString(file, US_ASCII).strip());
    }

    private static FileAttribute<?>[] forOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What status-service is told: who shows the key sees everything, and may have webhooks sent to this machine. */
    List<String> arguments() {
        return List.of(
                "--tenkyo.access.clients[0].id=quickstart",
                "--tenkyo.access.clients[0].api-key-sha256=" + hash(),
                "--tenkyo.access.clients[0].issuers=*",
                "--tenkyo.access.clients[0].kinds=*",
                "--tenkyo.access.clients[0].municipalities=*",
                "--tenkyo.access.clients[0].detail=REASON",
                "--tenkyo.webhooks.allow-http=true",
                "--tenkyo.webhooks.allow-private-addresses=true");
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SubscriberKey";
    }
}
