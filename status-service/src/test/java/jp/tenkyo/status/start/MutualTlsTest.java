package jp.tenkyo.status.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.table.RunningTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are known by their TLS certificates, with curl as the client. */
class MutualTlsTest {

    private static final String KNOWN = "C=JP,O=JPKI-TEST,CN=pension-office";
    private static final String OK = "200";
    private static final String NOBODY_KNOWN = "401";

    @TempDir
    static Path folder;

    private static final TestCa OF_CLIENTS = TestCa.elliptic();
    private static final AtomicInteger FILES = new AtomicInteger();
    private static RunningService service;

    /** What curl says of an answer, and its exit status. */
    private record Answer(int exit, String status) {}

    @BeforeAll
    static void start() throws Exception {
        var server = TestCa.elliptic().forTls("CN=127.0.0.1");
        service = RunningService.start(
                folder,
                "--server.ssl.certificate=" + TestCa.write(folder.resolve("server.pem"), server.certificate()),
                "--server.ssl.certificate-private-key=" + TestCa.write(folder.resolve("server.key"), server.key()),
                "--server.ssl.trust-certificate="
                        + TestCa.write(folder.resolve("clients-ca.pem"), OF_CLIENTS.certificate()),
                "--server.ssl.client-auth=want",
                "--tenkyo.access.clients[0].id=pension-office",
                // As openssl x509 -subject -nameopt RFC2253 has it: what is written first in the certificate comes
                // last.
                "--tenkyo.access.clients[0].certificate-subject=CN=pension-office,O=JPKI-TEST,C=JP",
                "--tenkyo.access.clients[0].issuers=*",
                "--tenkyo.access.clients[0].kinds=*",
                "--tenkyo.access.clients[0].municipalities=*");
        var known = OF_CLIENTS.forTls(KNOWN);
        RunningTable.await(() -> assertThat(ask(known).status()).isEqualTo(OK));
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void a_client_is_known_by_the_name_in_a_certificate_of_the_trusted_ca() throws Exception {
        assertThat(ask(OF_CLIENTS.forTls(KNOWN))).isEqualTo(new Answer(0, OK));
    }

    @Test
    void another_name_of_the_same_ca_is_nobody() throws Exception {
        assertThat(ask(OF_CLIENTS.forTls("C=JP,O=JPKI-TEST,CN=somebody-else"))).isEqualTo(new Answer(0, NOBODY_KNOWN));
    }

    @Test
    void without_a_certificate_nobody_is_known() throws Exception {
        assertThat(curl(List.of())).isEqualTo(new Answer(0, NOBODY_KNOWN));
    }

    @Test
    void the_known_name_in_a_certificate_of_another_ca_gets_no_connection() throws Exception {
        var answer = ask(TestCa.elliptic().forTls(KNOWN));
        assertThat(answer.exit()).isNotZero();
        assertThat(answer.status()).isEqualTo("000");
    }

    private static Answer ask(TestCa.Held client) {
        var number = FILES.incrementAndGet();
        var certificate = TestCa.write(folder.resolve("client-%d.pem".formatted(number)), client.certificate());
        var key = TestCa.write(folder.resolve("client-%d.key".formatted(number)), client.key());
        try {
            return curl(List.of("--cert", certificate.toString(), "--key", key.toString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("curl cannot be run", e);
        }
    }

    private static Answer curl(List<String> credentials) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("curl", "--silent", "--insecure", "--output", "/dev/null"));
        command.addAll(List.of("--write-out", "%{http_code}", "--max-time", "10"));
        command.addAll(credentials);
        command.add("https://127.0.0.1:%d/feed?after=latest&limit=1".formatted(service.port()));
        var process = new ProcessBuilder(command).start();
        var status = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        return new Answer(process.waitFor(), status);
    }
}
