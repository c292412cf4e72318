package jp.tenkyo.status.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import jp.tenkyo.status.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "a", "10", "7f", "80", "100", "deadbeef", "ffffffffffffffffffffffffffffffffffffffff"})
    void bytes_name_the_same_certificate(String serial) {
        var id = Rows.id(serial);

        assertThat(CertificateId.fromBytes(id.toBytes())).isEqualTo(id);
        assertThat(CertificateId.of(id.issuerKeyId(), id.serialNumber())).contains(id);
        assertThat(CertificateId.parse(id.toString())).contains(id);
    }

    @Test
    void text_of_people_may_have_capitals_and_leading_zeros_but_a_records_key_may_not() {
        var written = Rows.ISSUER.toUpperCase(java.util.Locale.ROOT) + ":00AB";

        assertThat(CertificateId.parse(written)).contains(Rows.id("ab"));
        assertThat(CertificateId.ofRecordKey(written.getBytes(UTF_8))).isEmpty();
        assertThat(CertificateId.ofRecordKey((Rows.ISSUER + ":ab").getBytes(UTF_8)))
                .contains(Rows.id("ab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "00", "0011:1", Rows.ISSUER, Rows.ISSUER + ":", Rows.ISSUER + ":0", Rows.ISSUER + ":g"})
    void what_names_no_certificate_is_said_to(String text) {
        assertThat(CertificateId.parse(text)).isEmpty();
        assertThat(CertificateId.ofRecordKey(text.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void serials_that_rfc_5280_forbids_name_no_certificate() {
        assertThat(CertificateId.of(Rows.ISSUER, BigInteger.ZERO)).isEmpty();
        assertThat(CertificateId.of(Rows.ISSUER, BigInteger.valueOf(-5))).isEmpty();
        assertThat(CertificateId.of(Rows.ISSUER, BigInteger.ONE.shiftLeft(160))).isEmpty();
    }
}
