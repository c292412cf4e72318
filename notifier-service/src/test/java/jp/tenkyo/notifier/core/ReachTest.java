package jp.tenkyo.notifier.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenkyo.avro.Channel;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    private static final ContactPoint.Postal POSTAL = new ContactPoint.Postal("000-0000", List.of("試験用"));

    @ParameterizedTest
    @ValueSource(strings = {"a@example.jp", "first.last+tag@mail.example.co.jp", "o'neil_1@x-y.example"})
    void a_well_formed_address_is_reached_by_mail(String address) {
        assertThat(Reach.of(mail(address))).isEqualTo(new Reach.ByMail(address, Language.JA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "a@b",
                "a@@example.jp",
                "a b@example.jp",
                ".a@example.jp",
                "a..b@example.jp",
                "a@-example.jp",
                "a@example.jp\r\nBcc: b@example.jp",
                "a@example.jp,b@example.jp",
                "<a@example.jp>",
                "試験@example.jp"
            })
    void an_ill_formed_address_is_a_bad_address(String address) {
        assertThat(Reach.of(mail(address))).isEqualTo(new Reach.NotReached(DeliveryOutcome.BAD_ADDRESS, "SYNTAX"));
    }

    @Test
    void the_longest_local_part_has_64_characters() {
        assertThat(Reach.of(mail("a".repeat(64) + "@example.jp"))).isInstanceOf(Reach.ByMail.class);
        assertThat(Reach.of(mail("a".repeat(65) + "@example.jp"))).isInstanceOf(Reach.NotReached.class);
    }

    @Test
    void who_is_not_reached_by_mail_is_not_reached_for_a_reason() {
        assertThat(Reach.of(null)).isEqualTo(notReached(DeliveryOutcome.NO_CONTACT_POINT, "NONE_KNOWN"));
        assertThat(Reach.of(contact(null, null, Channel.MAIL)))
                .isEqualTo(notReached(DeliveryOutcome.NO_CONTACT_POINT, "NO_ADDRESS"));
        assertThat(Reach.of(contact(" ", null, Channel.MAIL)))
                .isEqualTo(notReached(DeliveryOutcome.NO_CONTACT_POINT, "NO_ADDRESS"));
        assertThat(Reach.of(contact(null, POSTAL, Channel.MAIL)))
                .isEqualTo(notReached(DeliveryOutcome.CHANNEL_NOT_SERVED, "POSTAL_ONLY"));
        assertThat(Reach.of(contact("a@example.jp", POSTAL, Channel.LETTER)))
                .isEqualTo(notReached(DeliveryOutcome.CHANNEL_NOT_SERVED, "LETTER"));
    }

    @Test
    void nothing_personal_shows_in_a_log() {
        assertThat(contact("a@example.jp", POSTAL, Channel.MAIL).toString()).doesNotContain("example", "000", "試験");
        assertThat(Reach.of(mail("a@example.jp")).toString()).doesNotContain("example");
    }

    private static Reach notReached(DeliveryOutcome outcome, String detail) {
        return new Reach.NotReached(outcome, detail);
    }

    private static ContactPoint mail(String address) {
        return contact(address, null, Channel.MAIL);
    }

    private static ContactPoint contact(@Nullable String mail, ContactPoint.@Nullable Postal postal, Channel channel) {
        return new ContactPoint(mail, postal, Language.JA, channel);
    }
}
