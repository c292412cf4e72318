package jp.tenkyo.status.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.access.AccessSettings.ClientEntry;
import jp.tenkyo.status.access.AccessSettings.Oidc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DoorTest {

    /** SHA-256 of "a key of 32 random bytes, or so", by {@code printf | sha256sum}. */
    private static final String KEY = "a key of 32 random bytes, or so";

    private static final String KEY_HASH = "5dd67b061f7ff2873e6bd6463b641419fe6dc300a74dced6d01e7dfd0bfb10d6";
    private static final Set<String> ALL = Set.of("*");

    @Test
    void a_key_is_known_by_its_hash_and_nobody_else_gets_in() {
        var door = door(settings(entry("pensions", KEY_HASH, null, null)), Tokens.NONE);

        assertThat(who(door, withKey(KEY))).isEqualTo("pensions");
        assertThat(metricsOfRefusal(door, withKey(KEY + " "))).isEqualTo(1);
        assertThat(metricsOfRefusal(door, withKey(KEY_HASH))).isEqualTo(2);
        assertThat(metricsOfRefusal(door, withKey("x".repeat(100_000)))).isEqualTo(3);
        assertThat(metricsOfRefusal(door, new MockHttpServletRequest())).isEqualTo(4);
    }

    @Test
    void a_tls_certificate_is_known_by_its_subject_unless_a_wrong_key_is_shown_with_it() {
        var certificate = TestCa.elliptic().holder();
        var subject = certificate.getSubjectX500Principal().getName();
        var door = door(settings(entry("tax-office", null, null, subject)), Tokens.NONE);
        var request = new MockHttpServletRequest();
        request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] {certificate});

        assertThat(who(door, request)).isEqualTo("tax-office");
        var other = withKey("wrong");
        other.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] {certificate});
        assertThat(metricsOfRefusal(door, other)).isEqualTo(1);
    }

    @Test
    void a_token_is_believed_where_the_provider_signed_it_for_this_service_and_it_is_not_over() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("1").generate();
        var stranger = new RSAKeyGenerator(2048).keyID("1").generate();
        var provider = provider(key);
        try {
            var issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
            var oidc = new Oidc(issuer, "tenkyo");
            var settings = new AccessSettings(List.of(entry("registry", null, "sub-1", null)), oidc);
            var door = door(settings, Tokens.of(oidc));
            var later = Instant.now().plus(Duration.ofHours(1));
            var past = Instant.now().minus(Duration.ofHours(1));

            assertThat(who(door, withToken(token(key, issuer, "tenkyo", "sub-1", later))))
                    .isEqualTo("registry");
            for (var wrong : List.of(
                    token(stranger, issuer, "tenkyo", "sub-1", later),
                    token(key, "http://elsewhere", "tenkyo", "sub-1", later),
                    token(key, issuer, "another", "sub-1", later),
                    token(key, issuer, "tenkyo", "sub-2", later),
                    token(key, issuer, "tenkyo", "sub-1", past),
                    "no.token.atall")) {
                assertThatThrownBy(() -> who(door, withToken(wrong))).isInstanceOf(Door.NotKnownException.class);
            }
        } finally {
            provider.stop(0);
        }
    }

    @Test
    void a_token_is_neither_good_nor_bad_while_its_provider_is_away() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("1").generate();
        var provider = provider(key);
        var issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        provider.stop(0);
        var oidc = new Oidc(issuer, "tenkyo");
        var door = door(new AccessSettings(List.of(), oidc), Tokens.of(oidc));
        var token = token(key, issuer, "tenkyo", "sub-1", Instant.now().plus(Duration.ofHours(1)));

        assertThatThrownBy(() -> who(door, withToken(token))).isInstanceOf(Tokens.ProviderAwayException.class);
    }

    private static HttpServer provider(RSAKey key) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        answer(server, "/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}
                """.formatted(issuer));
        answer(server, "/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        return server;
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String token(RSAKey key, String issuer, String audience, String subject, Instant until)
            throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .claim("exp", until.getEpochSecond())
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private Door door(AccessSettings settings, Tokens tokens) {
        return new Door(new Clients(settings), tokens, new AccessLog(metrics));
    }

    private double metricsOfRefusal(Door door, MockHttpServletRequest request) {
        assertThatThrownBy(() -> who(door, request)).isInstanceOf(Door.NotKnownException.class);
        return metrics.counter("tenkyo.access.refused").count();
    }

    private static String who(Door door, MockHttpServletRequest request) {
        door.preHandle(request, new MockHttpServletResponse(), "");
        return request.getAttribute(Client.ATTRIBUTE) instanceof Client client ? client.id() : "nobody";
    }

    private static MockHttpServletRequest withKey(String key) {
        var request = new MockHttpServletRequest();
        request.addHeader("X-API-Key", key);
        return request;
    }

    private static MockHttpServletRequest withToken(String token) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", "Bearer " + token);
        return request;
    }

    private static AccessSettings settings(ClientEntry entry) {
        return new AccessSettings(List.of(entry), null);
    }

    private static ClientEntry entry(
            String id, @Nullable String keyHash, @Nullable String oidcSubject, @Nullable String certificateSubject) {
        return new ClientEntry(id, keyHash, oidcSubject, certificateSubject, ALL, ALL, ALL, Detail.REASON);
    }
}
