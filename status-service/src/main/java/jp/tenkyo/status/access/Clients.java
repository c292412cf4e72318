package jp.tenkyo.status.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import jp.tenkyo.status.access.AccessSettings.ClientEntry;

/** The clients of the settings, found by what they show. */
public final class Clients {

    private static final int KEY_LENGTH_MAX = 200;

    private final Map<String, Client> byId = new HashMap<>();
    private final Map<String, Client> byKeyHash = new HashMap<>();
    private final Map<String, Client> byOidcSubject = new HashMap<>();
    private final Map<X500Principal, Client> byCertificateSubject = new HashMap<>();

    public Clients(AccessSettings settings) {
        this(settings, Optional.empty());
    }

    /** @param own this process, where it is a client of itself */
    public Clients(AccessSettings settings, Optional<OwnClient> own) {
        settings.clients().forEach(this::add);
        own.ifPresent(client -> {
            byId.put(OwnClient.ID, client.client());
            byKeyHash.put(sha256(client.key()), client.client());
        });
    }

    private void add(ClientEntry entry) {
        var client = entry.client();
        byId.put(entry.id(), client);
        if (entry.apiKeySha256() != null) {
            byKeyHash.put(entry.apiKeySha256(), client);
        }
        if (entry.oidcSubject() != null) {
            byOidcSubject.put(entry.oidcSubject(), client);
        }
        if (entry.certificateSubject() != null) {
            byCertificateSubject.put(new X500Principal(entry.certificateSubject()), client);
        }
    }

    public Optional<Client> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By the hash alone, so how long it takes tells nothing of a key. */
    public Optional<Client> byApiKey(String key) {
        return key.length() > KEY_LENGTH_MAX ? Optional.empty() : Optional.ofNullable(byKeyHash.get(sha256(key)));
    }

    public Optional<Client> byOidcSubject(String subject) {
        return Optional.ofNullable(byOidcSubject.get(subject));
    }

    public Optional<Client> byCertificateSubject(X500Principal subject) {
        return Optional.ofNullable(byCertificateSubject.get(subject));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
