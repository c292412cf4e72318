package jp.tenkyo.status.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tenkyo.status.Rows;
import jp.tenkyo.status.access.AccessSettings.ClientEntry;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Kind;
import jp.tenkyo.status.core.LastKnown;
import jp.tenkyo.status.core.StatusRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PermissionTest {

    private static final Choice ALL = new Choice.Everything();
    private static final StatusRow ROW = Rows.revoked(Rows.id("1"), 2);
    private static final LastKnown KNOWN = LastKnown.certain(ROW);

    @Test
    void a_row_is_seen_only_where_issuer_kind_and_municipality_are_all_permitted() {
        assertThat(permission(ALL, ALL, ALL).allows(ROW)).isTrue();
        assertThat(permission(named(Rows.ISSUER), named("SIGNING"), named(Rows.MUNICIPALITY))
                        .allows(ROW))
                .isTrue();
        assertThat(permission(named(Rows.OTHER_ISSUER), ALL, ALL).allows(ROW)).isFalse();
        assertThat(permission(ALL, named("AUTHENTICATION"), ALL).allows(ROW)).isFalse();
        assertThat(permission(ALL, ALL, named("011002")).allows(ROW)).isFalse();
        assertThat(permission(ALL, ALL, named()).allows(ROW)).isFalse();
    }

    @Test
    void whoever_asks_for_more_gets_what_both_permit() {
        var permitted = new Permission(named(Rows.ISSUER), ALL, named("012246", "011002"), Detail.STATUS_ONLY);
        var asked = new Permission(ALL, named("SIGNING"), named("012246", "131016"), Detail.REASON);

        var both = new Permission(named(Rows.ISSUER), named("SIGNING"), named("012246"), Detail.STATUS_ONLY);
        assertThat(permitted.and(asked)).isEqualTo(both);
        assertThat(asked.and(permitted)).isEqualTo(both);
    }

    @Test
    void the_reason_is_told_only_to_whom_it_may_be() {
        assertThat(SeenStatus.of(KNOWN, Detail.REASON)).isEqualTo(seen("affiliationChanged"));
        assertThat(SeenStatus.of(KNOWN, Detail.STATUS_ONLY)).isEqualTo(seen(null));
    }

    @Test
    void of_a_certificate_in_doubt_its_version_is_told_and_neither_reason_nor_instant() {
        var doubted = new LastKnown(Rows.hold(Rows.id("1"), 2), true);

        assertThat(SeenStatus.of(doubted, Detail.REASON))
                .isEqualTo(new SeenStatus(
                        Rows.id("1").toString(), Kind.SIGNING, SeenStatus.State.IN_DOUBT, null, null, Rows.ENDED, 2));
    }

    @Test
    void what_is_told_has_certificate_kind_status_reason_times_and_version_and_nothing_of_a_person() {
        var json = JsonMapper.builder().build().valueToTree(SeenStatus.of(KNOWN, Detail.REASON));

        assertThat(new TreeSet<>(json.propertyNames()))
                .isEqualTo(new TreeSet<>(
                        Set.of("certificateId", "kind", "status", "reason", "revokedAt", "recordedAt", "version")));
    }

    private static SeenStatus seen(@Nullable String reason) {
        return new SeenStatus(
                new CertificateId(Rows.ISSUER, "1").toString(),
                Kind.SIGNING,
                SeenStatus.State.REVOKED,
                reason,
                Rows.ENDED,
                Rows.ENDED,
                2);
    }

    @Test
    void a_client_that_names_nothing_to_see_or_shows_nothing_is_refused_at_start() {
        assertThatThrownBy(() -> entry("a", "0".repeat(64), Set.of(), Set.of("*"), Set.of("*")))
                .hasMessageContaining("issuers of a must be named");
        assertThatThrownBy(() -> entry("a", "0".repeat(64), Set.of("*"), Set.of("signing"), Set.of("*")))
                .hasMessageContaining("kinds of a must be named: SIGNING or AUTHENTICATION");
        assertThatThrownBy(() -> entry("a", "0".repeat(64), Set.of("*"), Set.of("*"), Set.of("12246")))
                .hasMessageContaining("municipalities of a must be named: six digits");
        assertThatThrownBy(() -> entry("a", "the key itself", Set.of("*"), Set.of("*"), Set.of("*")))
                .hasMessageContaining("must be the SHA-256 of its key")
                .hasMessageNotContaining("the key itself");
        assertThatThrownBy(() ->
                        new ClientEntry("a", null, null, null, Set.of("*"), Set.of("*"), Set.of("*"), Detail.REASON))
                .hasMessageContaining("nothing tells who is a");
    }

    @Test
    void two_clients_with_one_key_are_refused_at_start() {
        var all = Set.of("*");
        var first = entry("a", "0".repeat(64), all, all, all);
        var second = entry("b", "0".repeat(64), all, all, all);

        assertThatThrownBy(() -> new AccessSettings(List.of(first, second), null))
                .hasMessageContaining("the same api-key-sha256; the second is b");
    }

    private static ClientEntry entry(
            String id, String hash, Set<String> issuers, Set<String> kinds, Set<String> municipalities) {
        return new ClientEntry(id, hash, null, null, issuers, kinds, municipalities, Detail.REASON);
    }

    private static Permission permission(Choice issuers, Choice kinds, Choice municipalities) {
        return new Permission(issuers, kinds, municipalities, Detail.REASON);
    }

    private static Choice named(String... values) {
        return new Choice.Named(Set.of(values));
    }
}
