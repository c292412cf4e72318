package jp.tenkyo.status.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.table.Found;
import jp.tenkyo.status.table.RunningTable;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.jcajce.JcaCertificateID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service over HTTP, asked by openssl. */
class OcspServiceTest {

    private static final String REQUEST = "application/ocsp-request";

    @TempDir
    static Path folder;

    /** Serials of {@link #requestWithSlashesAndPluses}, so that each test has its own. */
    private static final Set<BigInteger> ASKED = ConcurrentHashMap.newKeySet();

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(folder);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void openssl_believes_what_is_said_of_good_revoked_held_and_unknown_certificates_of_both_generations() {
        for (var ca : List.of(service.first, service.second)) {
            var good = ca.holder();
            var revoked = ca.holder();
            var held = ca.holder();
            commit(Rows.good(ca.id(good), 1), Rows.revoked(ca.id(revoked), 2), Rows.hold(ca.id(held), 2));
            for (var hash : List.of("-sha1", "-sha256")) {
                for (var nonce : List.of("-nonce", "-no_nonce")) {
                    var said = openssl(ca, hash, nonce, good, revoked, held, ca.holder());
                    assertThat(said)
                            .contains("Response verify OK")
                            .contains(file(good) + ": good")
                            .contains(file(revoked) + ": revoked")
                            .contains("Reason: affiliationChanged")
                            .contains("Revocation Time: Nov 22 03:04:05 2026 GMT")
                            .contains(file(held) + ": revoked")
                            .contains("Reason: certificateHold")
                            .contains(": unknown")
                            .doesNotContain("WARNING");
                    assertThat(openssl(ca, hash, nonce, good))
                            .contains("Response verify OK")
                            .contains(file(good) + ": good");
                }
            }
        }
    }

    @Test
    void javas_own_checker_believes_what_is_said_of_certificates_of_both_generations() {
        for (var ca : List.of(service.first, service.second)) {
            var good = ca.holder();
            var revoked = ca.holder();
            var held = ca.holder();
            commit(Rows.good(ca.id(good), 1), Rows.revoked(ca.id(revoked), 2), Rows.hold(ca.id(held), 2));

            assertThat(java(ca, good)).isEqualTo(JavasChecker.VALID);
            assertThat(java(ca, revoked)).isEqualTo("REVOKED");
            assertThat(java(ca, held)).isEqualTo("REVOKED");
            assertThat(java(ca, ca.holder())).as("unknown").isEqualTo("UNDETERMINED_REVOCATION_STATUS");
        }
    }

    private static String java(TestCa ca, X509Certificate certificate) {
        return JavasChecker.ask(service.url("/ocsp"), ca, certificate);
    }

    @Test
    void a_version_that_goes_back_changes_nothing_and_one_with_another_content_makes_everybody_try_later() {
        var revoked = service.second.holder();
        var good = service.second.holder();
        var id = service.second.id(good);
        commit(Rows.revoked(service.second.id(revoked), 2), Rows.good(id, 2));

        service.commit(Rows.good(service.second.id(revoked), 1), Rows.hold(id, 2));

        RunningTable.await(() -> assertThat(service.find(Rows.good(id, 2))).isEqualTo(new Found.InDoubt(id)));
        assertThat(openssl(service.second, "-sha1", "-no_nonce", good)).contains("trylater (3)");
        assertThat(java(service.second, good)).isEqualTo("UNDETERMINED_REVOCATION_STATUS");
        assertThat(openssl(service.second, "-sha1", "-no_nonce", revoked)).contains(": revoked");
        assertThat(service.text("/admin/table"))
                .contains("\"kind\":\"WENT_BACK\"", "\"kind\":\"CONFLICTING\"")
                .doesNotContain(service.second.keyId());

        commit(Rows.good(id, 3));
        assertThat(openssl(service.second, "-sha1", "-no_nonce", good)).contains(": good");
    }

    @Test
    void a_revocation_is_heard_by_the_next_who_asks() {
        var certificate = service.second.holder();
        commit(Rows.good(service.second.id(certificate), 1));
        assertThat(openssl(service.second, "-sha1", "-no_nonce", certificate)).contains(": good");

        service.commit(Rows.revoked(service.second.id(certificate), 2));

        RunningTable.await(() -> assertThat(openssl(service.second, "-sha1", "-no_nonce", certificate))
                .contains("Response verify OK")
                .contains(": revoked"));
    }

    @Test
    void a_get_is_answered_however_its_base64_is_escaped() throws IOException {
        var request = requestWithSlashesAndPluses();
        var base64 = request.base64();
        assertThat(base64).contains("/").contains("+");
        var escaped = URLEncoder.encode(base64, StandardCharsets.US_ASCII);
        for (var path : List.of(
                base64,
                escaped,
                base64.replace("/", "%2F"),
                base64.replace("/", "%2f"),
                base64.replace("+", "%2B"),
                base64.replace("+", "%20"),
                base64.replace("=", ""))) {
            var answer = service.get("/ocsp/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(opensslReads(answer, request))
                    .as(path)
                    .contains("Response verify OK")
                    .contains(": good");
        }
    }

    /** What was asked, and of whom. */
    private record Request(X509Certificate certificate, String base64) {}

    /** Serials are tried until the base64 has what is hard to carry in a path. */
    private static Request requestWithSlashesAndPluses() throws IOException {
        for (var serial = BigInteger.valueOf(0x6000_0000L); ; serial = serial.add(BigInteger.ONE)) {
            var base64 = Base64.getEncoder().encodeToString(request(serial));
            if (base64.contains("/") && base64.contains("+") && ASKED.add(serial)) {
                var certificate = service.second.holder(serial);
                write(certificate);
                commit(Rows.good(service.second.id(certificate), 1));
                return new Request(certificate, base64);
            }
        }
    }

    private static byte[] request(BigInteger serial) throws IOException {
        try {
            var sha1 = new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
            return new OCSPReqBuilder()
                    .addRequest(new JcaCertificateID(sha1, service.second.certificate(), serial))
                    .build()
                    .getEncoded();
        } catch (OperatorCreationException | OCSPException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String opensslReads(HttpResponse<byte[]> answer, Request request) throws IOException {
        var file = Files.write(folder.resolve("response.der"), answer.body());
        return OpenSsl.run(
                "ocsp",
                "-respin",
                file,
                "-no_nonce",
                "-issuer",
                folder.resolve("ca-1.pem"),
                "-cert",
                file(request.certificate()),
                "-CAfile",
                folder.resolve("ca-1.pem"));
    }

    @Test
    void answers_without_nonce_can_be_asked_for_by_their_etag() throws IOException {
        var request = requestWithSlashesAndPluses();
        var path = "/ocsp/" + request.base64();
        var first = service.get(path);
        var etag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Content-Type")).contains("application/ocsp-response");
        assertThat(first.headers().firstValue("Cache-Control"))
                .contains("max-age=0, public, no-transform, must-revalidate");
        assertThat(first.headers().map()).containsKeys("last-modified", "expires");
        var again = service.get(path, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        service.commit(Rows.revoked(service.second.id(request.certificate()), 2));
        RunningTable.await(
                () -> assertThat(service.get(path, "If-None-Match", etag).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void what_is_no_request_is_malformed_and_what_is_foreign_is_unauthorized() throws Exception {
        var foreign = TestCa.elliptic();
        var issuer = TestCa.write(folder.resolve("foreign-ca.pem"), foreign.certificate());
        var certificate = TestCa.write(folder.resolve("foreign.pem"), foreign.holder());

        assertThat(statusOf(service.post("/ocsp", REQUEST, new byte[] {0x30, 0x03})))
                .isEqualTo(OCSPResp.MALFORMED_REQUEST);
        assertThat(statusOf(service.post("/ocsp", REQUEST, new byte[100_000]))).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        assertThat(statusOf(service.post("/ocsp", "text/plain", new byte[0]))).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        assertThat(statusOf(service.get("/ocsp"))).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        assertThat(statusOf(service.get("/ocsp/no*base64"))).isEqualTo(OCSPResp.MALFORMED_REQUEST);
        assertThat(OpenSsl.run(
                        "ocsp",
                        "-issuer",
                        issuer,
                        "-cert",
                        certificate,
                        "-url",
                        service.url("/ocsp"),
                        "-CAfile",
                        issuer))
                .contains("unauthorized (6)");
    }

    private static int statusOf(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new OCSPResp(answer.body()).getStatus();
    }

    @Test
    void an_open_transaction_makes_openssl_try_later_and_the_health_say_why() {
        var certificate = service.second.holder();
        var id = service.second.id(certificate);
        commit(Rows.good(id, 1));
        assertThat(openssl(service.second, "-sha1", "-no_nonce", certificate)).contains(": good");

        service.leaveOpen(Rows.revoked(id, 2));

        RunningTable.await(() -> assertThat(openssl(service.second, "-sha1", "-no_nonce", certificate))
                .contains("trylater (3)"));
        assertThat(java(service.second, certificate)).isEqualTo("UNDETERMINED_REVOCATION_STATUS");
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(service.text("/actuator/health/readiness")).contains("\"BEHIND\"");
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

        service.commitOpen();
        RunningTable.await(() -> assertThat(openssl(service.second, "-sha1", "-no_nonce", certificate))
                .contains(": revoked"));
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private static void commit(StatusRow... rows) {
        service.commit(rows);
        for (var row : rows) {
            RunningTable.await(() -> assertThat(service.find(row)).isEqualTo(new Found.Known(row)));
        }
        RunningTable.await(
                () -> assertThat(service.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200));
    }

    private static String openssl(TestCa ca, String hash, String nonce, X509Certificate... certificates) {
        var issuer = folder.resolve(ca == service.first ? "ca-0.pem" : "ca-1.pem");
        var arguments = new ArrayList<Object>(
                List.of("ocsp", "-url", service.url("/ocsp"), "-CAfile", issuer, nonce, "-issuer", issuer, hash));
        for (var certificate : certificates) {
            write(certificate);
            arguments.addAll(List.of("-cert", file(certificate)));
        }
        return OpenSsl.run(arguments.toArray());
    }

    private static void write(X509Certificate certificate) {
        TestCa.write(file(certificate), certificate);
    }

    private static Path file(X509Certificate certificate) {
        return folder.resolve(certificate.getSerialNumber().toString(16) + ".pem");
    }
}
