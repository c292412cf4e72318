package jp.tenkyo.status.access;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may see what, under {@code tenkyo.access}. Nobody is known unless named here.
 *
 * @param oidc whose tokens are believed; none unless set
 */
@ConfigurationProperties("tenkyo.access")
public record AccessSettings(
        @DefaultValue List<ClientEntry> clients, @Nullable Oidc oidc) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public AccessSettings {
        clients = List.copyOf(clients);
        unique(clients, ClientEntry::id, "id");
        unique(clients, ClientEntry::apiKeySha256, "api-key-sha256");
        unique(clients, ClientEntry::oidcSubject, "oidc-subject");
        unique(clients, ClientEntry::certificateSubject, "certificate-subject");
        if (oidc == null && clients.stream().anyMatch(client -> client.oidcSubject() != null)) {
            throw new IllegalArgumentException(
                    "A client of tenkyo.access.clients has an oidc-subject: set tenkyo.access.oidc.issuer and .audience");
        }
    }

    private static void unique(List<ClientEntry> clients, Function<ClientEntry, @Nullable String> value, String field) {
        var seen = new HashSet<String>();
        for (var client : clients) {
            var found = value.apply(client);
            if (found != null && !seen.add(found)) {
                throw new IllegalArgumentException(
                        "Two clients of tenkyo.access.clients have the same %s; the second is %s"
                                .formatted(field, client.id()));
            }
        }
    }

    /**
     * @param issuer URL of the provider, as its tokens name it; asked for its keys when the first token comes
     * @param audience what tokens must be made for
     */
    public record Oidc(String issuer, String audience) {}

    /**
     * A client. At least one of key, subject and certificate tells it; what it may see is named in full, {@code *}
     * being all there is.
     *
     * @param apiKeySha256 SHA-256 of its key, lower-case hex. The key must be random (32 bytes are good): it is looked
     *     up by a hash that would not protect a word
     * @param oidcSubject the {@code sub} of its tokens
     * @param certificateSubject distinguished name of its TLS certificate (RFC 2253: what the certificate has first
     *     comes last); the server's trust store must hold no CA but that of the clients
     */
    public record ClientEntry(
            String id,
            @Nullable String apiKeySha256,
            @Nullable String oidcSubject,
            @Nullable String certificateSubject,
            @DefaultValue Set<String> issuers,
            @DefaultValue Set<String> kinds,
            @DefaultValue Set<String> municipalities,
            @DefaultValue("STATUS_ONLY") Detail detail) {

        public ClientEntry {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "tenkyo.access.clients: id %s must be 1 to 40 of a-z, 0-9 and -".formatted(id));
            }
            if (id.equals(OwnClient.ID)) {
                throw new IllegalArgumentException(
                        "tenkyo.access.clients: %s is this service's own client; take another id".formatted(id));
            }
            if (apiKeySha256 == null && oidcSubject == null && certificateSubject == null) {
                throw new IllegalArgumentException(
                        "tenkyo.access.clients: nothing tells who is %s; set api-key-sha256, oidc-subject or certificate-subject"
                                .formatted(id));
            }
            if (apiKeySha256 != null && !HASH.matcher(apiKeySha256).matches()) {
                throw new IllegalArgumentException(
                        "tenkyo.access.clients: api-key-sha256 of %s must be the SHA-256 of its key, 64 lower-case hex digits"
                                .formatted(id));
            }
            refuseUnless(Scope.ISSUERS, issuers, id);
            refuseUnless(Scope.KINDS, kinds, id);
            refuseUnless(Scope.MUNICIPALITIES, municipalities, id);
        }

        private static void refuseUnless(Scope scope, Set<String> values, String id) {
            if (!scope.fits(values)) {
                throw new IllegalArgumentException("tenkyo.access.clients: %s of %s must be named: %s each; * is all"
                        .formatted(scope.name().toLowerCase(Locale.ROOT), id, scope.form()));
            }
        }

        Client client() {
            return new Client(
                    id, new Permission(Choice.of(issuers), Choice.of(kinds), Choice.of(municipalities), detail));
        }
    }
}
