package jp.tenkyo.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.issuers.Issuers;
import jp.tenkyo.status.ocsp.OcspSettings.ResponderFiles;
import jp.tenkyo.status.start.StartRefusedException;
import jp.tenkyo.status.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponderReadingTest {

    private static final TestCa CA = TestCa.elliptic();
    private static final TestCa OTHER = TestCa.rsa();

    @TempDir
    Path folder;

    @Test
    void each_issuer_gets_the_responder_that_it_has_signed() {
        var found = read(files(OTHER.rsaResponder(), "rsa"), files(CA.responder(TestCa.Profile.OCSP), "ec"));

        assertThat(found.all())
                .extracting(responder -> responder.issuer().keyId())
                .containsExactlyInAnyOrder(CA.keyId(), OTHER.keyId());
    }

    @Test
    void a_certificate_that_no_client_would_trust_is_refused_with_what_to_do() {
        var held = CA.responder(TestCa.Profile.OCSP);

        assertRefused(CA.responder(TestCa.Profile.HOLDER), "lacks the extended key usage OCSPSigning");
        assertRefused(CA.responder(TestCa.Profile.OCSP_CHECKED), "lacks id-pkix-ocsp-nocheck");
        assertRefused(CA.responder(TestCa.Profile.OCSP_EXPIRED), "is not valid now");
        assertRefused(TestCa.elliptic().responder(TestCa.Profile.OCSP), "is signed by none of tenkyo.issuers");
        assertRefused(
                new TestCa.Held(
                        held.certificate(), CA.responder(TestCa.Profile.OCSP).key()),
                "does not belong to the key in");
    }

    @Test
    void an_issuer_without_a_responder_and_one_with_two_are_refused() {
        assertThatThrownBy(() -> read(files(CA.responder(TestCa.Profile.OCSP), "ec")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("issuer " + OTHER.keyId())
                .hasMessageContaining("has none that can be taken");
        assertThatThrownBy(() -> read(
                        files(CA.responder(TestCa.Profile.OCSP), "one"),
                        files(CA.responder(TestCa.Profile.OCSP), "two"),
                        files(OTHER.rsaResponder(), "rsa")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is the second for issuer " + CA.keyId());
    }

    @Test
    void a_file_that_is_no_key_is_refused_without_its_content() throws Exception {
        var files = files(CA.responder(TestCa.Profile.OCSP), "ec");
        Files.writeString(Path.of(files.key()), "secret words");

        assertThatThrownBy(() -> read(files, files(OTHER.rsaResponder(), "rsa")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is no private key in PEM")
                .hasMessageNotContaining("secret words");
    }

    private void assertRefused(TestCa.Held held, String why) {
        assertThatThrownBy(() -> read(files(held, "refused"), files(OTHER.rsaResponder(), "rsa")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("tenkyo.ocsp.responders: " + folder.resolve("refused.pem") + " " + why);
    }

    private static Responders read(ResponderFiles... files) {
        return ResponderReading.read(
                new Issuers(List.of(CA.issuer(), OTHER.issuer())), Arrays.asList(files), () -> Tables.NOW);
    }

    private ResponderFiles files(TestCa.Held held, String name) {
        var certificate = TestCa.write(folder.resolve(name + ".pem"), held.certificate());
        var key = TestCa.write(folder.resolve(name + ".key"), held.key());
        return new ResponderFiles(certificate.toString(), key.toString());
    }
}
