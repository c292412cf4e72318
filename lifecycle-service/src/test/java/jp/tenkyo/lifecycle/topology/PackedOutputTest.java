package jp.tenkyo.lifecycle.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import jp.tenkyo.lifecycle.core.CertificateId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedOutputTest {

    private static final int KEY_ID_BYTES = 20;

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "8", "7f", "80", "ff", "abc", "8ab", "7fffffff", "ffffffffffffffffffffffffffffffffffffffff"
            })
    void a_serial_number_is_written_as_an_integer_of_x509_and_read_back(String serial) {
        var id = new CertificateId("c3".repeat(KEY_ID_BYTES), serial);
        var out = new PackedOutput();
        out.id(id);

        var integer = new BigInteger(serial, 16).toByteArray();
        var written = out.bytes();
        assertThat(Arrays.copyOfRange(written, written.length - integer.length, written.length))
                .isEqualTo(integer);
        assertThat(written).hasSize(KEY_ID_BYTES + 1 + integer.length);
        assertThat(new PackedInput(written).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 159, 160, 161, 5000})
    void any_number_of_octets_has_room(int count) {
        var out = new PackedOutput();
        for (var written = 0; written < count; written++) {
            out.octet(written);
        }
        assertThat(out.bytes()).hasSize(count).satisfies(bytes -> {
            for (var at = 0; at < count; at++) {
                assertThat(bytes[at]).isEqualTo((byte) at);
            }
        });
    }
}
