package jp.tenkyo.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpDateTest {

    /** The example of RFC 9110 5.6.7. */
    private static final Instant EXAMPLE = Instant.parse("1994-11-06T08:49:37.999Z");

    @Test
    void a_date_is_written_as_http_has_it() {
        assertThat(HttpDate.of(EXAMPLE)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @Test
    void a_date_that_is_kept_is_of_its_own_second_alone() {
        var dates = new HttpDate();

        assertThat(dates.recent(EXAMPLE)).isEqualTo(HttpDate.of(EXAMPLE));
        assertThat(dates.recent(EXAMPLE.minusMillis(999))).isEqualTo(HttpDate.of(EXAMPLE));
        assertThat(dates.recent(EXAMPLE.plusSeconds(1))).isEqualTo("Sun, 06 Nov 1994 08:49:38 GMT");
    }
}
