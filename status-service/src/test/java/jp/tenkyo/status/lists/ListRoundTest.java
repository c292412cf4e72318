package jp.tenkyo.status.lists;

import static jp.tenkyo.status.lists.ListName.DELTA;
import static jp.tenkyo.status.lists.ListName.FULL;
import static jp.tenkyo.status.lists.Workshop.CHITOSE;
import static jp.tenkyo.status.lists.Workshop.SAPPORO;
import static jp.tenkyo.status.lists.Workshop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tenkyo.stack.ca.TestCa;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.table.Found;
import jp.tenkyo.status.table.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListRoundTest {

    private static final ListName OF_CHITOSE = new ListName(CHITOSE);
    private static final ListName OF_SAPPORO = new ListName(SAPPORO);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

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
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_revoked_certificate_is_on_the_full_list_and_on_its_municipalitys() throws IOException {
        shop.take(
                shop.row("1f", Status.REVOKED, CHITOSE, 2),
                shop.row("abc", Status.GOOD, CHITOSE, 1),
                shop.row("2", Status.HOLD, SAPPORO, 2),
                shop.row("80000001", Status.REVOKED, Reason.UNSPECIFIED, SAPPORO, 2),
                shop.row("5", Status.REVOKED, "elsewhere", 2));

        assertThat(shop.make()).isTrue();

        assertThat(shop.entries(FULL))
                .containsExactly(
                        entry("02", Reason.CERTIFICATE_HOLD),
                        entry("05", Reason.AFFILIATION_CHANGED),
                        entry("1f", Reason.AFFILIATION_CHANGED),
                        entry("80000001", Reason.UNSPECIFIED));
        assertThat(shop.entries(OF_CHITOSE)).containsExactly(entry("1f", Reason.AFFILIATION_CHANGED));
        assertThat(shop.entries(OF_SAPPORO))
                .containsExactly(entry("02", Reason.CERTIFICATE_HOLD), entry("80000001", Reason.UNSPECIFIED));
        assertThat(shop.lists.standing().lists().keySet()).isEqualTo(Set.of(FULL, OF_CHITOSE, OF_SAPPORO));
        assertThat(shop.standing(FULL))
                .isEqualTo(new Published(
                        Tables.NOW.getEpochSecond(), Tables.NOW, Tables.NOW.plus(Duration.ofHours(36)), Tables.NOW, 4));
    }

    @Test
    void nothing_is_made_where_nothing_has_changed() throws IOException {
        shop.take(shop.row("1", Status.REVOKED, CHITOSE, 2));
        shop.make();
        shop.pass(HALF_A_MINUTE);
        // The first delta.
        shop.make();
        var before = shop.lists.standing();

        shop.pass(HALF_A_MINUTE);
        shop.take(shop.row("9", Status.GOOD, CHITOSE, 1));

        assertThat(shop.make()).isTrue();
        assertThat(shop.lists.standing()).isEqualTo(before);
    }

    @Test
    void what_changes_is_in_the_next_round_on_its_municipalitys_list_and_on_the_delta_alone() throws IOException {
        shop.take(shop.row("1", Status.REVOKED, CHITOSE, 2), shop.row("2", Status.GOOD, SAPPORO, 1));
        shop.make();
        var first = shop.standing(FULL).number();

        shop.pass(HALF_A_MINUTE);
        shop.take(shop.row("2", Status.REVOKED, SAPPORO, 2));
        shop.make();

        var second = first + HALF_A_MINUTE.toSeconds();
        assertThat(shop.entries(OF_SAPPORO)).containsExactly(entry("02", Reason.AFFILIATION_CHANGED));
        assertThat(shop.entries(DELTA)).containsExactly(entry("02", Reason.AFFILIATION_CHANGED));
        assertThat(shop.read(DELTA).base()).isEqualTo(OptionalLong.of(first));
        assertThat(List.of(
                        shop.standing(FULL).number(),
                        shop.standing(OF_CHITOSE).number(),
                        shop.standing(OF_SAPPORO).number(),
                        shop.standing(DELTA).number()))
                .containsExactly(first, first, second, second);
    }

    @Test
    void a_released_hold_leaves_its_list_and_is_removed_by_the_delta() throws IOException {
        shop.take(
                shop.row("1", Status.HOLD, CHITOSE, 2),
                shop.row("2", Status.HOLD, CHITOSE, 2),
                shop.row("3", Status.REVOKED, CHITOSE, 2));
        shop.make();

        shop.pass(HALF_A_MINUTE);
        shop.take(
                shop.row("1", Status.GOOD, CHITOSE, 3),
                shop.row("2", Status.REVOKED, Reason.CESSATION_OF_OPERATION, CHITOSE, 3));
        shop.make();

        assertThat(shop.entries(OF_CHITOSE))
                .containsExactly(entry("02", Reason.CESSATION_OF_OPERATION), entry("03", Reason.AFFILIATION_CHANGED));
        assertThat(shop.entries(DELTA))
                .containsExactly(
                        entry("01", Reason.CERTIFICATE_HOLD).removed(), entry("02", Reason.CESSATION_OF_OPERATION));
    }

    @Test
    void an_expired_revoked_certificate_is_on_one_more_list_and_then_on_none() throws IOException {
        shop.take(shop.row("1", Status.REVOKED, CHITOSE, 2), shop.row("2", Status.HOLD, CHITOSE, 2));
        shop.make();

        shop.now = Workshop.LAST_SECOND.plusSeconds(1);
        shop.make();
        assertThat(shop.entries(FULL)).containsExactly(entry("01", Reason.AFFILIATION_CHANGED));

        shop.pass(Duration.ofHours(24));
        shop.make();
        assertThat(shop.entries(FULL)).isEmpty();
        assertThat(shop.entries(OF_CHITOSE)).isEmpty();
    }

    @Test
    void nobody_may_take_a_certificate_in_doubt_for_good() throws IOException {
        shop.take(shop.row("1", Status.GOOD, CHITOSE, 1), shop.row("2", Status.GOOD, CHITOSE, 1));
        shop.make();
        assertThat(shop.entries(OF_CHITOSE)).isEmpty();

        shop.pass(HALF_A_MINUTE);
        shop.doubt("1");
        shop.make();

        assertThat(shop.entries(OF_CHITOSE)).containsExactly(entry("01", Reason.CERTIFICATE_HOLD));
        assertThat(shop.entries(DELTA)).containsExactly(entry("01", Reason.CERTIFICATE_HOLD));
    }

    @Test
    void numbers_rise_over_a_restart_also_where_the_clock_goes_back() throws IOException {
        shop.take(shop.row("1", Status.REVOKED, CHITOSE, 2));
        shop.make();
        var before = shop.standing(OF_CHITOSE).number();
        shop.close();

        shop = Workshop.in(folder, ca);
        shop.now = Tables.NOW.minus(Duration.ofDays(1));
        shop.make();

        assertThat(shop.standing(OF_CHITOSE).number()).isEqualTo(before + 1);
    }

    @Test
    void a_number_that_was_taken_before_a_crash_is_never_taken_again() throws IOException {
        var lost = shop.lists.shelf().takeNumber(shop.now);
        var orphan = folder.resolve("lists")
                .resolve(shop.files.keyId())
                .resolve("full")
                .resolve(lost + ".crl");
        Files.createDirectories(orphan.getParent());
        Files.writeString(orphan, "signed, and not published");

        shop.lists.shelf().sweep();
        shop.make();

        assertThat(orphan).doesNotExist();
        assertThat(shop.standing(FULL).number()).isEqualTo(lost + 1);
    }

    @Test
    void nothing_is_published_from_a_stale_table_and_what_changed_is_not_forgotten() throws IOException {
        shop.take(shop.row("1", Status.REVOKED, CHITOSE, 2));
        shop.freshness = new Freshness.Stale(Freshness.Reason.BEHIND, shop.now);
        assertThat(shop.make()).isFalse();
        assertThat(shop.lists.standing()).isEqualTo(Manifest.EMPTY);

        shop.freshness = new Freshness.Fresh();
        assertThat(shop.make()).isTrue();
        assertThat(shop.entries(OF_CHITOSE)).hasSize(1);
    }

    @Test
    void a_revocation_never_waits_for_a_round_and_is_on_the_next_one() throws IOException {
        var revoked = shop.row("1", Status.REVOKED, CHITOSE, 2);
        shop.take(shop.row("1", Status.GOOD, CHITOSE, 1));
        var taken = new AtomicBoolean();
        shop.meanwhile = () -> {
            if (!taken.getAndSet(true)) {
                // On a thread of its own, as the reader is: it must come to its end while the round stands still.
                CompletableFuture.runAsync(() -> shop.take(revoked))
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
                assertThat(shop.table.find(revoked.id())).isEqualTo(new Found.Known(revoked));
            }
        };

        assertThat(shop.make()).isTrue();
        assertThat(shop.entries(OF_CHITOSE)).isEmpty();
        shop.pass(HALF_A_MINUTE);
        assertThat(shop.make()).isTrue();
        assertThat(shop.entries(OF_CHITOSE)).containsExactly(entry("01", Reason.AFFILIATION_CHANGED));
    }

    @Test
    void of_two_instances_with_one_folder_one_makes_lists() throws IOException {
        shop.take(shop.row("1", Status.REVOKED, CHITOSE, 2));
        try (var _ = shop.lists.shelf().turn().orElseThrow()) {
            assertThat(shop.make()).isFalse();
        }
        assertThat(shop.make()).isTrue();
    }

    @Test
    void what_another_has_published_meanwhile_is_not_overwritten() throws IOException {
        shop.take(shop.row("1", Status.REVOKED, CHITOSE, 2));
        var before = shop.lists.shelf().manifest();
        shop.make();

        assertThatThrownBy(() -> shop.lists.shelf().publish(before, Map.of()))
                .isInstanceOf(ListRefusedException.class)
                .hasMessage("Another instance has published meanwhile");
    }

    @Test
    void lists_that_stand_no_more_are_kept_by_number_until_they_are_old_enough() throws IOException {
        shop.take(shop.row("1", Status.REVOKED, CHITOSE, 2));
        shop.make();
        var first = shop.standing(OF_CHITOSE).number();
        shop.pass(HALF_A_MINUTE);
        shop.take(shop.row("2", Status.REVOKED, CHITOSE, 2));
        shop.make();
        var shelf = shop.lists.shelf();
        assertThat(shelf.find(OF_CHITOSE, first)).isPresent();

        shelf.forgetBefore(Instant.now().plusSeconds(60));

        assertThat(shelf.find(OF_CHITOSE, first)).isEmpty();
        assertThat(shelf.find(OF_CHITOSE, shop.standing(OF_CHITOSE).number())).isPresent();
    }
}
