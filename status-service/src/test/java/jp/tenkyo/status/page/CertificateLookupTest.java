package jp.tenkyo.status.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.page.Verdict.NotAsked;
import jp.tenkyo.status.page.Verdict.Problem;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateLookupTest {

    private final TestCa ca = TestCa.elliptic();
    private final TestCa newer = TestCa.elliptic();
    private final X509Certificate certificate = ca.holder();
    private Freshness freshness = new Freshness.Fresh();
    private final StatusTable table;
    private final CertificateLookup lookup;

    @TempDir
    Path folder;

    CertificateLookupTest(@TempDir Path tables) {
        table = Tables.open(tables.resolve("table"));
        lookup = new CertificateLookup(new Issuers(List.of(ca.issuer(), newer.issuer())), table, () -> freshness);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void a_certificate_is_found_by_its_file_in_pem_and_der_whatever_became_of_it() throws Exception {
        var id = ca.id(certificate);
        assertThat(both()).containsOnly(new Verdict.Unknown());
        take(0, Rows.good(id, 1));
        assertThat(both()).containsOnly(new Verdict.Good());
        take(1, Rows.hold(id, 2));
        assertThat(both()).containsOnly(new Verdict.OnHold(Rows.ENDED));
        take(2, Rows.revoked(id, 3));
        assertThat(both()).containsOnly(new Verdict.Revoked(Rows.ENDED, Reason.AFFILIATION_CHANGED));
    }

    @Test
    void an_expired_one_is_called_so_and_one_in_doubt_is_not_judged() throws Exception {
        take(0, Rows.expired(ca.id(certificate), 2));
        assertThat(both()).containsOnly(new Verdict.Expired());
        var other = ca.holder();
        take(1, Rows.good(ca.id(other), 1));
        Tables.doubt(table, 2, ca.id(other));
        assertThat(lookup.byFile(other.getEncoded())).isEqualTo(new Verdict.NotNow());
    }

    @Test
    void a_stale_table_never_makes_a_certificate_good_nor_anything_else() throws Exception {
        take(0, Rows.good(ca.id(certificate), 1));
        freshness = new Freshness.Stale(Freshness.Reason.BEHIND, Tables.NOW);

        assertThat(both()).containsOnly(new Verdict.NotNow());
        assertThat(lookup.bySerial(ca.keyId(), "1")).isEqualTo(new Verdict.NotNow());
    }

    @Test
    void generations_under_one_name_are_told_apart_by_their_signature() throws Exception {
        take(0, Rows.revoked(ca.id(certificate), 2));
        var sameSerial = newer.holder(certificate.getSerialNumber());

        assertThat(lookup.byFile(sameSerial.getEncoded())).isEqualTo(new Verdict.Unknown());
        assertThat(lookup.byFile(
                        TestCa.elliptic().holder(certificate.getSerialNumber()).getEncoded()))
                .isEqualTo(new NotAsked(Problem.NOT_OUR_ISSUER));
    }

    @Test
    void a_serial_is_taken_as_people_copy_it() {
        take(0, Rows.good(ca.id(ca.holder(new BigInteger("0a0b0c0d", 16))), 1));

        for (var serial : List.of("a0b0c0d", "0A:0B:0C:0D", " 0x0a0b0c0d ", "0a 0b 0c 0d", "00000a0b0c0d")) {
            assertThat(lookup.bySerial(ca.keyId(), serial)).as(serial).isEqualTo(new Verdict.Good());
        }
        for (var serial : List.of("", "0", "00:00", "xyz", "1g", "1".repeat(41))) {
            assertThat(lookup.bySerial(ca.keyId(), serial)).as(serial).isEqualTo(new NotAsked(Problem.BAD_SERIAL));
        }
        assertThat(lookup.bySerial("00", "1")).isEqualTo(new NotAsked(Problem.NOT_OUR_ISSUER));
    }

    @Test
    void what_is_no_certificate_is_named_for_what_it_is() throws Exception {
        var der = certificate.getEncoded();
        var pem = Files.readString(pem());
        var key = Files.readString(TestCa.write(
                folder.resolve("key"), ca.responder(TestCa.Profile.OCSP).key()));

        assertThat(problem(new byte[0])).isEqualTo(Problem.NOTHING_SENT);
        assertThat(problem(new byte[UploadedFile.BYTES_MAX + 1])).isEqualTo(Problem.TOO_LARGE);
        assertThat(problem("good morning".getBytes(US_ASCII))).isEqualTo(Problem.NOT_A_CERTIFICATE);
        assertThat(problem(Arrays.copyOf(der, der.length - 20))).isEqualTo(Problem.DAMAGED);
        assertThat(problem(pem.substring(0, pem.length() - 60).getBytes(US_ASCII)))
                .isEqualTo(Problem.DAMAGED);
        assertThat(problem(key.getBytes(US_ASCII))).isEqualTo(Problem.PRIVATE_KEY);
        assertThat(problem((pem + key).getBytes(US_ASCII))).isEqualTo(Problem.PRIVATE_KEY);
        assertThat(problem(ca.responder(TestCa.Profile.OCSP).key().getEncoded()))
                .isEqualTo(Problem.PRIVATE_KEY);
        assertThat(problem((pem + pem).getBytes(US_ASCII))).isEqualTo(Problem.SEVERAL);
    }

    private Problem problem(byte[] bytes) {
        return lookup.byFile(bytes) instanceof NotAsked(var problem) ? problem : throwing();
    }

    private static Problem throwing() {
        throw new AssertionError("it was looked up");
    }

    private List<Verdict> both() throws IOException, CertificateEncodingException {
        return List.of(lookup.byFile(Files.readAllBytes(pem())), lookup.byFile(certificate.getEncoded()));
    }

    private Path pem() {
        return TestCa.write(folder.resolve("holder.pem"), certificate);
    }

    private void take(long offset, StatusRow row) {
        Tables.take(table, offset, row);
    }
}
