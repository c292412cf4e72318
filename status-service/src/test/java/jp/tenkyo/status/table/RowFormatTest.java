package jp.tenkyo.status.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.core.Carrier;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Kind;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowFormatTest {

    private static final CertificateId ID = Rows.id("ab");

    static List<Entry> entries() {
        var all = new ArrayList<Entry>();
        for (var kind : Kind.values()) {
            for (var carrier : Carrier.values()) {
                all.add(Entry.of(live(kind, carrier, Status.GOOD)));
                all.add(new Entry(live(kind, carrier, Status.EXPIRED), true));
            }
        }
        for (var reason : Reason.values()) {
            all.add(Entry.of(Rows.row(ID, Status.REVOKED, reason, Rows.ENDED, Integer.MAX_VALUE)));
        }
        all.add(Entry.of(Rows.hold(ID, 2)));
        all.add(new Entry(null, true));
        return all;
    }

    private static StatusRow live(Kind kind, Carrier carrier, Status status) {
        return new StatusRow(
                ID, kind, carrier, status, null, null, Rows.NOT_BEFORE, Rows.NOT_AFTER, "012246", 1, Rows.ENDED);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void what_is_written_is_read_again(Entry entry) {
        assertThat(RowFormat.read(ID, ByteBuffer.wrap(RowFormat.write(entry)))).isEqualTo(entry);
    }

    /** Tables of a former release hold these bytes. If this fails, the format's version must rise. */
    @Test
    void the_bytes_of_version_1_stay() {
        assertThat(HexFormat.of().formatHex(RowFormat.write(Entry.of(Rows.revoked(ID, 7)))))
                .isEqualTo("0106010103000000070000019a232dde80000001b9d0088d98000001a201"
                        + "35ff2e03000001a20135ff2e06303132323436");
    }

    @Test
    void another_format_is_refused() {
        var bytes = RowFormat.write(Entry.of(Rows.good(ID, 1)));
        bytes[0] = 2;

        assertThatThrownBy(() -> RowFormat.read(ID, ByteBuffer.wrap(bytes)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
