package jp.tenkyo.status.lists;

import static jp.tenkyo.status.lists.ListName.DELTA;
import static jp.tenkyo.status.lists.ListName.FULL;
import static jp.tenkyo.status.lists.Workshop.CHITOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import jp.tenkyo.stack.ca.TestCa;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.start.OpenSsl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What openssl and Java's own checker say of our lists. */
class ForeignVerifiersTest {

    private static final ListName OF_CHITOSE = new ListName(CHITOSE);

    @TempDir
    static Path hierarchy;

    @TempDir
    Path folder;

    private static TestCa ca;
    private Workshop shop;
    private StatusRow good;
    private StatusRow revoked;

    @BeforeAll
    static void makeHierarchy() throws IOException {
        ca = TestCa.in(hierarchy.resolve("ca"));
    }

    @BeforeEach
    void publish() {
        shop = Workshop.in(folder, ca);
        good = shop.row("6f000001", Status.GOOD, CHITOSE, 1);
        revoked = shop.row("ef000002", Status.REVOKED, CHITOSE, 2);
        shop.take(good, revoked, shop.row("6f000003", Status.HOLD, CHITOSE, 2));
        shop.make();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void openssl_reads_lists_and_verifies_their_signature() throws IOException {
        shop.pass(Duration.ofSeconds(30));
        shop.take(shop.row("6f000003", Status.GOOD, CHITOSE, 3));
        shop.make();

        assertThat(read(FULL))
                .contains("verify OK")
                .contains("X509v3 CRL Number: \n                %d"
                        .formatted(shop.standing(FULL).number()))
                .contains("X509v3 Freshest CRL")
                .contains("URI:https://status.example.jp/lists/%s/delta.crl".formatted(shop.files.keyId()))
                .contains("Serial Number: EF000002")
                .contains("Affiliation Changed")
                .contains("Serial Number: 6F000003")
                .contains("Certificate Hold")
                .doesNotContain("critical");
        assertThat(read(OF_CHITOSE))
                .contains("verify OK")
                .contains("X509v3 Issuing Distribution Point: critical")
                .contains("CN = 012246 CRLDP")
                .contains("Serial Number: EF000002")
                .doesNotContain("6F000003");
        assertThat(read(DELTA))
                .contains("verify OK")
                .contains("X509v3 Delta CRL Indicator: critical\n                %d"
                        .formatted(shop.standing(FULL).number()))
                .contains("Serial Number: 6F000003")
                .contains("Remove From CRL")
                .doesNotContain("EF000002");
    }

    private String read(ListName name) throws IOException {
        return OpenSsl.run(
                "crl",
                "-inform",
                "DER",
                "-in",
                shop.file(name),
                "-noout",
                "-text",
                "-CAfile",
                shop.files.listsCertificate());
    }

    @Test
    void openssl_verify_finds_the_revoked_certificate_by_either_list_for_the_leaf_and_for_the_whole_chain()
            throws IOException {
        for (var list : List.of(FULL, OF_CHITOSE)) {
            for (var depth : List.of("-crl_check", "-crl_check_all")) {
                assertThat(verify(depth, list, good)).as("%s %s", depth, list).endsWith(": OK\n");
                assertThat(verify(depth, list, revoked))
                        .as("%s %s", depth, list)
                        .contains("error 23 at 0 depth lookup: certificate revoked");
            }
        }
    }

    @Test
    void openssl_verify_takes_a_released_hold_off_by_the_delta() throws IOException {
        var held = shop.row("6f000003", Status.HOLD, CHITOSE, 2);
        assertThat(verify("-crl_check", FULL, held)).contains("certificate revoked");
        shop.pass(Duration.ofSeconds(30));
        shop.take(shop.row("6f000003", Status.GOOD, CHITOSE, 3), shop.row("6f000001", Status.REVOKED, CHITOSE, 2));
        shop.make();

        assertThat(verify("-use_deltas", FULL, good)).contains("certificate revoked");
        assertThat(verify("-use_deltas", FULL, held)).endsWith(": OK\n");
        assertThat(verify("-crl_check", FULL, held)).contains("certificate revoked");
    }

    private String verify(String option, ListName list, StatusRow row) throws IOException {
        var arguments = new ArrayList<Object>(List.of(
                "verify",
                "-crl_check",
                "-extended_crl",
                option,
                "-attime",
                shop.now.getEpochSecond() + 1,
                "-CAfile",
                shop.files.certificate(),
                "-untrusted",
                shop.files.listsCertificate(),
                "-CRLfile",
                pem(shop.file(list))));
        if (option.equals("-crl_check_all")) {
            arguments.addAll(List.of("-CRLfile", pem(shop.files.ownList())));
        }
        if (option.equals("-use_deltas")) {
            arguments.addAll(List.of("-CRLfile", pem(shop.file(DELTA))));
        }
        arguments.add(Files.writeString(folder.resolve("holder.pem"), ca.pem(Workshop.certificateOf(row))));
        return OpenSsl.run(arguments.toArray());
    }

    private Path pem(Path der) {
        var pem = folder.resolve(Integer.toHexString(der.hashCode()) + ".pem");
        OpenSsl.run("crl", "-inform", "DER", "-in", der, "-out", pem);
        return pem;
    }

    @Test
    void javas_own_checker_finds_the_revoked_certificate_by_either_list() throws Exception {
        for (var list : List.of(FULL, OF_CHITOSE)) {
            assertThatCode(() -> validate(list, good)).doesNotThrowAnyException();
            assertThatThrownBy(() -> validate(list, revoked))
                    .isInstanceOfSatisfying(
                            CertPathValidatorException.class,
                            e -> assertThat(e.getReason()).isEqualTo(CertPathValidatorException.BasicReason.REVOKED));
        }
    }

    private void validate(ListName name, StatusRow row) throws GeneralSecurityException, IOException {
        var factory = CertificateFactory.getInstance("X.509");
        var issuer = (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(shop.files.certificate())));
        var signer = factory.generateCertificate(
                new ByteArrayInputStream(Files.readAllBytes(shop.files.listsCertificate())));
        var list = factory.generateCRL(new ByteArrayInputStream(Files.readAllBytes(shop.file(name))));
        var own = factory.generateCRL(new ByteArrayInputStream(Files.readAllBytes(shop.files.ownList())));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
        parameters.setDate(Date.from(shop.now.plusSeconds(1)));
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(list, own, signer))));
        var validator = CertPathValidator.getInstance("PKIX");
        var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(Set.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
        parameters.addCertPathChecker(checker);
        validator.validate(factory.generateCertPath(List.of(ca.certificate(Workshop.certificateOf(row)))), parameters);
    }
}
