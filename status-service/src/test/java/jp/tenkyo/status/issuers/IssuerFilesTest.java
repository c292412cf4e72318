package jp.tenkyo.status.issuers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.start.StartRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerFilesTest {

    @TempDir
    Path folder;

    @Test
    void generations_under_one_name_are_told_apart_by_key() {
        var first = TestCa.rsa();
        var second = TestCa.elliptic();
        var files = TestCa.write(folder.resolve("both.pem"), first.certificate(), second.certificate());

        var issuers = IssuerFiles.read(List.of(files.toString()));

        assertThat(issuers.all()).containsExactly(first.issuer(), second.issuer());
        assertThat(issuers.byKeyId(second.keyId())).contains(second.issuer());
        assertThat(first.issuer().subject()).isEqualTo(second.issuer().subject());
    }

    @Test
    void all_that_is_wrong_is_said_at_once_with_what_to_do() throws IOException {
        var ca = TestCa.elliptic();
        var good = TestCa.write(folder.resolve("good.pem"), ca.certificate());
        var twice = TestCa.write(folder.resolve("twice.pem"), ca.certificate());
        var holder = TestCa.write(folder.resolve("holder.pem"), ca.holder());
        var text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        var missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> IssuerFiles.read(List.of(
                        good.toString(), twice.toString(), holder.toString(), text.toString(), missing.toString())))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "tenkyo.issuers: %s has the same key as %s (key id %s). Take one of the two out."
                                .formatted(twice, good, ca.keyId()),
                        "tenkyo.issuers: %s is no CA certificate. Name the certificate of the CA that signs, not one that it signed."
                                .formatted(holder),
                        "tenkyo.issuers: %s is not a certificate in PEM (-----BEGIN CERTIFICATE-----). Convert it, or name another file."
                                .formatted(text),
                        "tenkyo.issuers: %s is not there. Correct its path.".formatted(missing)));
    }
}
