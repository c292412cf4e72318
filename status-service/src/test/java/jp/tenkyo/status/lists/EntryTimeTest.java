package jp.tenkyo.status.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1950-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2000-02-29T12:34:56Z",
                "2026-11-22T03:04:05Z",
                "2049-12-31T23:59:59Z",
                "2050-01-01T00:00:00Z",
                "2104-02-29T00:00:01Z"
            })
    void it_has_the_bytes_that_bouncy_castle_gives_it_and_is_read_back(Instant instant) throws IOException {
        var der = EntryTime.der(instant);

        assertThat(der).isEqualTo(new Time(Date.from(instant)).getEncoded(ASN1Encoding.DER));
        assertThat(EntryTime.read(new Der.Reader(der).next())).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "23, 2611220304Z",
        "23, 261122030406+",
        "23, 26112203040xZ",
        "23, 261322030405Z",
        "23, 260230030405Z",
        "24, 261122030406Z",
        "24, 20501322030405Z",
        "4, 261122030406Z"
    })
    void what_is_no_such_time_is_refused(int tag, String text) {
        var element = new Der.Reader(Der.tagged(tag, text.getBytes(StandardCharsets.US_ASCII))).next();

        assertThatThrownBy(() -> EntryTime.read(element))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }
}
