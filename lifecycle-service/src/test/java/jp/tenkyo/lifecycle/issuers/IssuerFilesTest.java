package jp.tenkyo.lifecycle.issuers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.tenkyo.lifecycle.core.IssuerStanding;
import jp.tenkyo.lifecycle.core.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Issuers are known by key, never by name (rule book 7), and set by their certificates. */
class IssuerFilesTest {

    @TempDir
    private Path folder;

    @Test
    void generations_under_one_name_are_told_apart_by_their_keys() {
        var first = TestCa.withOu(TestCa.SIGNING_OU);
        var second = TestCa.withOu(TestCa.SIGNING_OU);

        var issuers = IssuerFiles.read(List.of(
                set(first.caCertificate(folder.resolve("1.pem"))), set(second.caCertificate(folder.resolve("2.pem")))));

        var subject = "OU=Agency of the Test,OU=JPKI for digital signature,O=JPKI-TEST,C=JP";
        assertThat(issuers.all())
                .containsExactly(
                        new Issuer(first.keyId(), subject, Kind.SIGNING, TestCa.NOT_BEFORE, TestCa.NOT_AFTER),
                        new Issuer(second.keyId(), subject, Kind.SIGNING, TestCa.NOT_BEFORE, TestCa.NOT_AFTER));
    }

    @Test
    void a_key_on_a_curve_is_known_by_its_id_too() {
        var ca = TestCa.onCurve(TestCa.AUTHENTICATION_OU);

        assertThat(IssuerFiles.read(List.of(set(ca.caCertificate(folder.resolve("ec.pem")))))
                        .all())
                .extracting(Issuer::keyId, Issuer::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ca.keyId(), Kind.AUTHENTICATION));
    }

    @Test
    void an_issuer_signs_one_kind_and_a_key_that_is_not_set_none() {
        var ca = TestCa.withOu(TestCa.AUTHENTICATION_OU);
        var issuers = IssuerFiles.read(List.of(set(ca.caCertificate(folder.resolve("a.pem")))));

        assertThat(issuers.standing(ca.keyId(), Kind.AUTHENTICATION)).isEqualTo(IssuerStanding.TRUSTED);
        assertThat(issuers.standing(ca.keyId(), Kind.SIGNING)).isEqualTo(IssuerStanding.NOT_FOR_KIND);
        assertThat(issuers.standing("0a".repeat(20), Kind.SIGNING)).isEqualTo(IssuerStanding.UNKNOWN);
        assertThat(issuers.mayHave("0a".repeat(20))).isFalse();
    }

    @Test
    void while_no_issuer_is_set_everyones_certificates_are_taken() {
        var every = IssuerFiles.read(List.of());

        assertThat(every.standing("0a".repeat(20), Kind.SIGNING)).isEqualTo(IssuerStanding.TRUSTED);
        assertThat(every.mayHave("0a".repeat(20))).isTrue();
    }

    @Test
    void two_with_one_key_are_refused_and_both_files_named() {
        var ca = TestCa.withOu(TestCa.SIGNING_OU);
        var first = ca.caCertificate(folder.resolve("first.pem"));
        var second = ca.caCertificate(folder.resolve("second.pem"));

        assertThatThrownBy(() -> IssuerFiles.read(List.of(set(first), set(second))))
                .isInstanceOf(IssuersRefusedException.class)
                .hasMessage("tenkyo.issuers: " + second + " has the same key as " + first + " (key id " + ca.keyId()
                        + "). Take one of the two out.");
    }

    @Test
    void every_file_that_cannot_be_taken_is_named_with_what_to_do() throws Exception {
        var missing = folder.resolve("missing.pem");
        var text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        var empty = Files.writeString(folder.resolve("empty.pem"), "");
        var holders = TestCa.withOu(TestCa.SIGNING_OU).otherCertificate(folder.resolve("holder.pem"));
        var unsaid = TestCa.withOu("of something else").caCertificate(folder.resolve("unsaid.pem"));

        assertThatThrownBy(() -> IssuerFiles.read(
                        List.of(set(missing), set(text), set(empty), set(folder), set(holders), set(unsaid))))
                .isInstanceOf(IssuersRefusedException.class)
                .message()
                .isEqualToNormalizingNewlines("""
                        tenkyo.issuers: %s is not there. Correct its path.
                        tenkyo.issuers: %s is not a certificate in PEM (-----BEGIN CERTIFICATE-----). Convert it, or name another file.
                        tenkyo.issuers: %s is not a certificate in PEM (-----BEGIN CERTIFICATE-----). Convert it, or name another file.
                        tenkyo.issuers: %s cannot be read. Make it readable for the user that runs this service.
                        tenkyo.issuers: %s is no CA certificate. Name the certificate of the CA that signs, not one that it signed.
                        tenkyo.issuers: %s does not say by an OU of its name what it signs. Add its kind: SIGNING or AUTHENTICATION.""".formatted(missing, text, empty, folder, holders, unsaid));
    }

    @Test
    void a_kind_that_is_set_is_taken_where_the_name_does_not_say_it() {
        var ca = TestCa.withOu("of something else").caCertificate(folder.resolve("ca.pem"));

        assertThat(IssuerFiles.read(List.of(new IssuerFile(ca.toString(), Kind.AUTHENTICATION)))
                        .all())
                .extracting(Issuer::kind)
                .containsExactly(Kind.AUTHENTICATION);
    }

    @Test
    void the_setting_names_files_with_or_without_their_kind() {
        assertThat(bound(Map.of("tenkyo.issuers[0].file", "a.pem", "tenkyo.issuers[0].kind", "SIGNING")))
                .containsExactly(new IssuerFile("a.pem", Kind.SIGNING));
        assertThat(bound(Map.of("tenkyo.issuers", "a.pem,b.pem")))
                .containsExactly(new IssuerFile("a.pem", null), new IssuerFile("b.pem", null));
        assertThat(bound(Map.of("tenkyo.issuers", ""))).isEmpty();
    }

    private static List<IssuerFile> bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("tenkyo.issuers", Bindable.listOf(IssuerFile.class))
                .get();
    }

    private static IssuerFile set(Path file) {
        return new IssuerFile(file.toString(), null);
    }
}
