package jp.tenkyo.status.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.tenkyo.status.access.Choice;
import jp.tenkyo.status.access.Detail;
import jp.tenkyo.status.access.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverUrlTest {

    private static final WebhookSettings STRICT = Rig.settings(Path.of("unused"), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void an_address_that_the_internet_does_not_know_is_refused(String address) {
        assertThat(PublicAddresses.has(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2400:4000::1"
            })
    void an_address_of_the_internet_is_taken(String address) {
        assertThat(PublicAddresses.has(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void a_name_that_leads_to_this_machine_is_refused_when_it_is_connected_to() throws Exception {
        assertThatThrownBy(() -> new GuardedDns(false).resolve("localhost"))
                .isInstanceOf(GuardedDns.PrivateAddressException.class);
        assertThat(new GuardedDns(true).resolve("localhost")).isNotEmpty();
    }

    @Test
    void an_address_says_what_is_wrong_with_it() {
        assertThat(ReceiverUrl.fault("https://hooks.example.jp:8443/tenkyo?x=1", STRICT))
                .isEmpty();
        assertThat(List.of(
                        ReceiverUrl.fault("http://hooks.example.jp/", STRICT),
                        ReceiverUrl.fault("file:///etc/passwd", STRICT),
                        ReceiverUrl.fault("https://user:word@hooks.example.jp/", STRICT),
                        ReceiverUrl.fault("https://10.0.0.1/", STRICT),
                        ReceiverUrl.fault("https://[::1]/", STRICT),
                        ReceiverUrl.fault("not a url", STRICT),
                        ReceiverUrl.fault("https://example.jp/" + "x".repeat(2_000), STRICT)))
                .containsExactly(
                        "url must begin with https://.",
                        "url must be an absolute URL of at most 2000 characters.",
                        "url must have no user and no fragment.",
                        "url must lead to an address of the internet.",
                        "url must lead to an address of the internet.",
                        "url is not a URL.",
                        "url must be an absolute URL of at most 2000 characters.");
    }

    @Test
    void a_filter_names_what_it_asks_for_beyond_its_permission() {
        var permission = new Permission(
                new Choice.Everything(),
                new Choice.Named(Set.of("SIGNING")),
                new Choice.Named(Set.of("012246")),
                Detail.STATUS_ONLY);

        assertThat(Filter.ALL.beyond(permission)).isEmpty();
        assertThat(new Filter(Set.of("*"), Set.of("*"), Set.of("012246"), Detail.STATUS_ONLY, null).beyond(permission))
                .isEmpty();
        assertThat(new Filter(null, Set.of("AUTHENTICATION"), Set.of("012246", "011002"), Detail.REASON, null)
                        .beyond(permission))
                .containsExactly("detail", "kinds", "municipalities");
    }
}
