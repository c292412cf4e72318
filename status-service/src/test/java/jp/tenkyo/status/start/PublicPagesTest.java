package jp.tenkyo.status.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.table.Found;
import jp.tenkyo.status.table.RunningTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revocation lists and the page for holders, over HTTP. */
class PublicPagesTest {

    private static final String BOUNDARY = "boundary-of-the-parts";

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(folder, "--tenkyo.lists.build-every=1s");
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void a_revocation_reaches_the_municipalitys_list_and_caches_can_ask_whether_it_still_stands() throws Exception {
        var certificate = service.second.holder();
        service.commit(Rows.revoked(service.second.id(certificate), 2));
        var path = "/lists/%s/%s.crl".formatted(service.second.keyId(), Rows.MUNICIPALITY);
        var serial = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);

        RunningTable.await(() -> assertThat(text(service.get(path))).contains("Serial Number: " + serial));

        var list = service.get(path);
        var etag = list.headers().firstValue("ETag").orElseThrow();
        assertThat(list.headers().firstValue("Content-Type")).contains("application/pkix-crl");
        assertThat(list.headers().firstValue("Cache-Control")).contains("max-age=1, must-revalidate, public");
        assertThat(list.headers().firstValue("Last-Modified")).isPresent();
        assertThat(service.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(etag).matches("\"012246-\\d+\"");
        var byNumber = "/lists/%s/%s.crl"
                .formatted(service.second.keyId(), etag.replace("\"", "").replace('-', '/'));
        assertThat(service.get(byNumber).body()).isEqualTo(list.body());
        assertThat(service.get("/lists/%s.crl".formatted(service.second.keyId()))
                        .statusCode())
                .isEqualTo(200);
        RunningTable.await(() -> assertThat(service.get("/lists/%s/delta.crl".formatted(service.second.keyId()))
                        .statusCode())
                .isEqualTo(200));
    }

    @Test
    void lists_that_nobody_has_made_are_not_there() {
        var issuer = service.first.keyId();
        for (var path : List.of(
                "/lists/%s.crl".formatted("0".repeat(40)),
                "/lists/%s/131016.crl".formatted(issuer),
                "/lists/%s/full/1.crl".formatted(issuer),
                "/lists/%s/delta/1.crl".formatted(issuer),
                "/lists/%s/full/999999999999.crl".formatted(issuer),
                "/lists/%s/..%%2fnumber.crl".formatted(issuer))) {
            assertThat(service.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        var file = Files.write(folder.resolve("asked.crl"), answer.body());
        return OpenSsl.run("crl", "-inform", "DER", "-in", file, "-noout", "-text");
    }

    @Test
    void a_holder_looks_a_certificate_up_by_its_file_in_either_language() throws Exception {
        var certificate = service.first.holder();
        var row = Rows.revoked(service.first.id(certificate), 2);
        service.commit(row);
        RunningTable.await(() -> assertThat(service.find(row)).isEqualTo(new Found.Known(row)));
        var pem = Files.readAllBytes(TestCa.write(folder.resolve("holder.pem"), certificate));

        var japanese = upload("/check", pem);
        RunningTable.await(() -> assertThat(upload("/check", pem).statusCode()).isEqualTo(200));
        assertThat(new String(upload("/check", pem).body(), UTF_8))
                .contains("<html lang=\"ja\">", "この電子証明書は失効しています", "2026年11月22日 12:04:05");
        assertThat(new String(upload("/check?lang=en", pem).body(), UTF_8))
                .contains("<html lang=\"en\">", "The certificate has been revoked", "22 November 2026, 12:04:05");
        assertThat(japanese.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(japanese.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void a_holder_looks_a_certificate_up_by_its_serial() {
        var answer = service.post(
                "/check?lang=en",
                "application/x-www-form-urlencoded",
                "issuer=%s&serial=0F%%3AFF".formatted(service.first.keyId()).getBytes(UTF_8));

        assertThat(new String(answer.body(), UTF_8)).contains("The certificate is not known", "value=\"0F:FF\"");
    }

    @Test
    void too_large_and_broken_uploads_are_answered_in_words() throws Exception {
        for (var size : new int[] {17_000, 40_000, 3_000_000}) {
            var answer = upload("/check?lang=en", new byte[size]);
            assertThat(answer.statusCode()).as("%d bytes", size).isEqualTo(413);
            assertThat(new String(answer.body(), UTF_8)).contains("The file is too large");
        }
        var broken = service.post("/check?lang=en", "multipart/form-data; boundary=x", "no parts".getBytes(UTF_8));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(new String(broken.body(), UTF_8))
                .contains("<h2 id=\"answer\">")
                .doesNotContain("Exception");
    }

    @Test
    void the_form_comes_in_the_language_that_the_browser_asks_for() {
        assertThat(new String(service.get("/check").body(), UTF_8)).contains("<html lang=\"ja\">");
        assertThat(new String(
                        service.get("/check", "Accept-Language", "de, en;q=0.8").body(), UTF_8))
                .contains("<html lang=\"en\">");
        assertThat(new String(
                        service.get("/check?lang=ja", "Accept-Language", "en").body(), UTF_8))
                .contains("<html lang=\"ja\">");
        assertThat(service.get("/check.css").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<byte[]> upload(String path, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("""
                --%s\r
                Content-Disposition: form-data; name="file"; filename="mine.pem"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(BOUNDARY).getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return service.post(path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }
}
