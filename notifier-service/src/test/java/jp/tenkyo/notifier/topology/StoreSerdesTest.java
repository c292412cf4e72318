package jp.tenkyo.notifier.topology;

import static jp.tenkyo.notifier.Notices.because;
import static jp.tenkyo.notifier.Notices.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.EndingCause;
import jp.tenkyo.notifier.Notices;
import jp.tenkyo.notifier.core.Notice;
import org.junit.jupiter.api.Test;

class StoreSerdesTest {

    private static final Instant ENTERED = Instant.parse("2026-11-22T00:00:00Z");

    /** What a release without causes wrote. */
    private static final String FORMAT_1 =
            "01000001a2008d74000000000200036e2d310003682d31000443415244000f5349474e494e475f52"
                    + "45564f4b4544000000000000512b00063031323234360000000100075349474e494e47000001b9d0"
                    + "088d980100194d4f5645445f57495448494e5f4d554e49434950414c495459000000010007414444"
                    + "52455353";

    private static final Notice MOVED =
            named("h-1", "n-1", Notices.revokedBy(ChangeReason.MOVED_WITHIN_MUNICIPALITY, ChangedAttribute.ADDRESS));

    @Test
    void what_an_older_release_left_waiting_is_read_without_a_cause() {
        assertThat(read(HexFormat.of().parseHex(FORMAT_1))).isEqualTo(new Waiting(ENTERED, 2, MOVED));
    }

    @Test
    void a_cause_waits_with_its_notice() {
        var waiting = new Waiting(ENTERED, 1, because(EndingCause.CARD_LAPSED, null, MOVED));

        assertThat(read(StoreSerdes.waiting().serializer().serialize("outbox", waiting)))
                .isEqualTo(waiting);
    }

    @Test
    void what_a_newer_release_wrote_is_not_guessed_at() {
        assertThatThrownBy(() -> read(new byte[] {3}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format 3");
    }

    private static Waiting read(byte[] bytes) {
        return StoreSerdes.waiting().deserializer().deserialize("outbox", bytes);
    }
}
