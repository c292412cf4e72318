package jp.tenkyo.status.lists;

import static jp.tenkyo.status.lists.Workshop.CHITOSE;
import static jp.tenkyo.status.lists.Workshop.SAPPORO;
import static jp.tenkyo.status.lists.Workshop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import jp.tenkyo.stack.ca.TestCa;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.table.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are wrong, as a mistake of ours would make them. */
class ListCheckTest {

    private static final ListName OF_CHITOSE = new ListName(CHITOSE);
    private static final ListEntry FIRST = entry("01", Reason.AFFILIATION_CHANGED);
    private static final ListEntry SECOND = entry("02", Reason.CERTIFICATE_HOLD);

    @TempDir
    static Path hierarchy;

    @TempDir
    Path folder;

    private static TestCa ca;
    private Workshop shop;

    @BeforeAll
    static void makeHierarchy() throws IOException {
        ca = TestCa.in(hierarchy.resolve("ca"));
    }

    @BeforeEach
    void open() {
        shop = Workshop.in(folder, ca);
        shop.take(
                shop.row("1", Status.REVOKED, CHITOSE, 2),
                shop.row("2", Status.HOLD, CHITOSE, 2),
                shop.row("3", Status.GOOD, CHITOSE, 1),
                shop.row("4", Status.REVOKED, SAPPORO, 2));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_list_with_all_that_is_revoked_and_nothing_else_passes() {
        assertThat(refusal(FIRST, SECOND)).isNull();
    }

    @Test
    void a_list_without_a_revoked_certificate_is_refused() {
        assertThat(refusal(FIRST)).isEqualTo("List 012246: a revoked certificate is missing");
        assertThat(refusal(SECOND))
                .isEqualTo("List 012246: a revoked certificate is missing, or one is listed that is not");
        assertThat(refusal()).isEqualTo("List 012246: a revoked certificate is missing");
    }

    @Test
    void a_list_with_a_certificate_that_is_good_or_of_another_municipality_is_refused() {
        assertThat(refusal(FIRST, SECOND, entry("03", Reason.AFFILIATION_CHANGED)))
                .isEqualTo("List 012246: it lists what is not revoked");
        assertThat(refusal(FIRST, SECOND, entry("04", Reason.AFFILIATION_CHANGED)))
                .isEqualTo("List 012246: it lists what is not revoked");
        assertThat(refusal(FIRST, FIRST, SECOND))
                .isEqualTo("List 012246: a revoked certificate is missing, or one is listed that is not");
    }

    @Test
    void a_list_with_another_reason_or_time_is_refused() {
        var other = "List 012246: a revoked certificate is listed with another time or reason";
        assertThat(refusal(entry("01", Reason.SUPERSEDED), SECOND)).isEqualTo(other);
        assertThat(refusal(FIRST, new ListEntry("02", Tables.NOW, SECOND.reason())))
                .isEqualTo(other);
    }

    @Test
    void a_list_whose_signature_does_not_verify_is_refused() {
        var der = signed(shop.lists.signer(), 7, FIRST, SECOND);
        der[der.length - 1] ^= 1;
        assertThat(refusal(7, der, Manifest.EMPTY)).isEqualTo("List 012246: its signature does not verify");
    }

    @Test
    void a_list_whose_number_does_not_rise_is_refused() {
        var standing = new Manifest(Map.of(OF_CHITOSE, new Published(7, Tables.NOW, Tables.NOW, Instant.EPOCH, 2)));
        assertThat(refusal(7, signed(shop.lists.signer(), 7, FIRST, SECOND), standing))
                .isEqualTo("List 012246: its number does not rise");
        assertThat(refusal(9, signed(shop.lists.signer(), 8, FIRST, SECOND), standing))
                .isEqualTo("List 012246: it has another number than it was given");
    }

    private @Nullable String refusal(ListEntry... entries) {
        return refusal(7, signed(shop.lists.signer(), 7, entries), Manifest.EMPTY);
    }

    private @Nullable String refusal(long number, byte[] der, Manifest before) {
        try (var view = shop.table.view()) {
            var check = new ListCheck(shop.lists.signer(), before);
            check.add(frame(number), new ListBytes(der), List.of());
            check.against(view);
            return null;
        } catch (ListRefusedException e) {
            return e.getMessage();
        }
    }

    private static ListFrame frame(long number) {
        return new ListFrame(OF_CHITOSE, number, OptionalLong.empty(), Tables.NOW, Tables.NOW.plusSeconds(60));
    }

    private static byte[] signed(ListSigner signer, long number, ListEntry... entries) {
        var writer = new EntryWriter();
        List.of(entries).forEach(writer);
        return signer.sign(frame(number), writer);
    }
}
