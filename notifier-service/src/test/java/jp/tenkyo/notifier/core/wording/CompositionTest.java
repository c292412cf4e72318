package jp.tenkyo.notifier.core.wording;

import static jp.tenkyo.notifier.Notices.at;
import static jp.tenkyo.notifier.Notices.because;
import static jp.tenkyo.notifier.Notices.certificate;
import static jp.tenkyo.notifier.Notices.revokedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.EndingCause;
import jp.tenkyo.avro.Language;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.notifier.Endings;
import jp.tenkyo.notifier.core.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class CompositionTest {

    private static final Municipality CHITOSE =
            new Municipality("千歳市", "Chitose City", Municipality.COUNTER_JA, Municipality.COUNTER_EN);

    @ParameterizedTest
    @CsvSource({
        "MOVED_WITHIN_MUNICIPALITY,  STAYS",
        "MOVED_IN,                   STAYS",
        "FORMER_SURNAME_CHANGED,     STAYS",
        "ALIAS_ADDED,                STAYS",
        "CORRECTED_ERROR,            STAYS",
        "MOVED_OUT,                  STAYS_IF_MOVED_IN",
        "MOVED_ABROAD,               STAYS_IF_CONTINUED",
        "DELETED_EX_OFFICIO,         ENDED",
        "DELETED_NATURALIZED,        ENDED",
        "DELETED_NATIONALITY_LOST,   ENDED",
        "INDIVIDUAL_NUMBER_CHANGED,  ENDED",
    })
    void that_the_authentication_certificate_stays_is_said_only_where_true(
            ChangeReason reason, Authentication expected) {
        assertThat(Authentication.after(revokedBy(reason))).isEqualTo(expected);
    }

    @Test
    void of_an_authentication_certificate_that_ended_too_nobody_says_that_it_stays() {
        var notice = at(
                NoticeStage.SIGNING_REVOKED,
                Carrier.CARD,
                certificate(CertificateKind.SIGNING, LocalDate.of(2030, 2, 17)),
                certificate(CertificateKind.AUTHENTICATION, LocalDate.of(2030, 2, 17)));

        assertThat(Authentication.after(notice)).isEqualTo(Authentication.ENDED);
    }

    @ParameterizedTest
    @CsvSource({"2027-02-17, 2027-05-31", "2027-11-30, 2028-02-29", "2026-12-01, 2027-03-31"})
    void health_insurance_goes_on_for_three_months_after_the_month(LocalDate lastDay, LocalDate until) {
        var authentication = certificate(CertificateKind.AUTHENTICATION, lastDay);

        assertThat(Composition.insuredUntil(at(NoticeStage.EXPIRED, Carrier.CARD, authentication)))
                .contains(until);
        assertThat(Composition.insuredUntil(at(NoticeStage.EXPIRED, Carrier.PHONE, authentication)))
                .isEmpty();
        assertThat(Composition.insuredUntil(at(NoticeStage.RENEWED, Carrier.CARD, authentication)))
                .isEmpty();
        assertThat(Composition.insuredUntil(
                        at(NoticeStage.EXPIRED, Carrier.CARD, certificate(CertificateKind.SIGNING, lastDay))))
                .isEmpty();
    }

    static Stream<Notice> everything() {
        var signing = certificate(CertificateKind.SIGNING, LocalDate.of(2027, 2, 17));
        var stages = Arrays.stream(NoticeStage.values()).filter(stage -> stage != NoticeStage.UNKNOWN);
        var carriers = List.of(Carrier.CARD, Carrier.PHONE, Carrier.RESIDENT_CARD);
        return Stream.of(
                        stages.flatMap(stage -> carriers.stream().map(carrier -> at(stage, carrier, signing))),
                        Arrays.stream(ChangeReason.values()).map(reason -> revokedBy(reason, ChangedAttribute.NAME)),
                        everyEnding())
                .flatMap(Function.identity());
    }

    /** Every cause at every stage and carrier, also where no plan puts them together: none may stop the sender. */
    private static Stream<Notice> everyEnding() {
        var ended = certificate(CertificateKind.AUTHENTICATION, LocalDate.of(2027, 2, 17));
        return Stream.of(
                        NoticeStage.SIGNING_REVOKED,
                        NoticeStage.AUTHENTICATION_ENDED,
                        NoticeStage.RECORD_ERROR,
                        NoticeStage.ON_HOLD,
                        NoticeStage.ISSUER_COMPROMISED)
                .flatMap(stage -> Stream.of(Carrier.CARD, Carrier.PHONE, Carrier.RESIDENT_CARD)
                        .flatMap(carrier -> Arrays.stream(EndingCause.values())
                                .map(cause -> because(cause, stage, carrier, ended))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_notice_has_words_and_no_gap_in_them(Notice notice) {
        for (var language : List.of(Language.JA, Language.EN)) {
            var mail = Composition.of(notice, CHITOSE, language);
            assertThat(mail.subject()).isNotBlank().doesNotContain("h-1", "千歳", "Chitose");
            assertThat(wellFormed(Html.of(mail))).isTrue();
            assertThat(PlainText.of(mail)).doesNotContain("null", "h-1", "  ").hasSizeGreaterThan(200);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOW_OPENED", "ONE_MONTH_LEFT", "ONE_WEEK_LEFT", "EXPIRED"})
    void a_reminder_says_that_it_is_free_and_that_branches_do_not_do_it(NoticeStage stage) {
        var notice = at(stage, Carrier.CARD, certificate(CertificateKind.SIGNING, LocalDate.of(2026, 11, 22)));

        assertThat(PlainText.of(Composition.of(notice, CHITOSE, Language.JA)))
                .contains("手数料：無料", "支所・出張所では手続きできません", "8時45分から17時15分", "2026年11月22日（日）〔令和8年11月22日〕");
    }

    @Test
    void a_municipality_without_a_name_is_named_in_general_words() {
        var mail = Composition.of(revokedBy(ChangeReason.MOVED_IN), Municipality.NOT_NAMED, Language.JA);

        assertThat(PlainText.of(mail)).contains("お住まいの市区町村");
    }

    @Test
    void html_escapes_whatever_it_is_given() {
        var municipality = new Municipality("<b>&\"'</b>", "x", "y", "z");

        assertThat(Html.of(Composition.of(revokedBy(ChangeReason.MOVED_IN), municipality, Language.JA)))
                .contains("&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    /** As XML, after closing the one element that HTML leaves open; with the parser's own message where it is not. */
    private static boolean wellFormed(String html) {
        var xml = html.replace("<meta charset=\"UTF-8\">", "<meta charset=\"UTF-8\"/>");
        try {
            DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            return true;
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(html, e);
        }
    }

    static Stream<Notice> endings() {
        return Endings.all().values().stream();
    }

    private static String japanese(Notice notice) {
        return PlainText.of(Composition.of(notice, CHITOSE, Language.JA));
    }

    private static String english(Notice notice) {
        return PlainText.of(Composition.of(notice, CHITOSE, Language.EN));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void of_an_ending_whose_fee_nobody_knows_no_mail_says_that_it_is_free(Notice notice) {
        assertThat(japanese(notice)).doesNotContain("無料");
        assertThat(english(notice)).doesNotContain("free of charge", "Fee: none");
    }

    @ParameterizedTest
    @MethodSource("endings")
    void a_mail_names_every_certificate_that_ended_with_it(Notice notice) {
        for (var certificate : notice.certificates()) {
            var signing = certificate.kind() == CertificateKind.SIGNING;
            assertThat(japanese(notice)).contains(signing ? "署名用電子証明書" : "利用者証明用電子証明書");
            assertThat(english(notice)).contains(signing ? "Signing certificate" : "Authentication certificate");
        }
    }

    @ParameterizedTest
    @MethodSource("endings")
    void the_three_months_of_health_insurance_are_promised_to_nobody_whose_certificate_ended(Notice notice) {
        assertThat(Composition.insuredUntil(notice)).isEmpty();
        assertThat(japanese(notice).contains("カードをマイナ保険証として"))
                .isEqualTo(notice.carrier() == Carrier.CARD && notice.names(CertificateKind.AUTHENTICATION));
    }

    @Test
    void a_change_that_comes_with_its_cause_reads_as_it_did_without() {
        var before = revokedBy(ChangeReason.MOVED_WITHIN_MUNICIPALITY);
        var now = because(EndingCause.RESIDENT_CHANGE, before.changeReason(), before);

        assertThat(japanese(now)).isEqualTo(japanese(before));
        assertThat(english(now)).isEqualTo(english(before));
    }

    @Test
    void what_a_lost_card_carried_stays_on_hold_even_if_it_is_found() {
        var text = japanese(Endings.named("on-hold-card"));

        assertThat(text).contains("2026年11月22日（日）から", "カードが見つかった場合も解除されません", "24時間365日", Words.LOSS_TELEPHONE);
        assertThat(text).doesNotContain("解除することができます");
    }

    @Test
    void of_a_lost_phone_the_authentication_certificate_can_be_released_and_the_signing_one_cannot() {
        var both = japanese(Endings.named("on-hold-phone"));
        var authentication = japanese(Endings.named("on-hold-phone-authentication"));
        var signing = japanese(Endings.named("on-hold-phone-signing"));

        assertThat(both).contains("解除することができます", "一時保留は解除できません", "24時間365日");
        assertThat(authentication).contains("解除することができます").doesNotContain("解除できません");
        assertThat(signing).contains("解除できません").doesNotContain("解除することができます");
    }

    @Test
    void an_error_in_the_record_is_said_to_be_no_fault_of_the_holder() {
        var notice = Endings.named("record-error");

        assertThat(japanese(notice)).contains("住所に誤り", "ご本人の手続きや使い方に原因があるものではありません", "8時45分から17時15分");
        assertThat(english(notice)).contains("not caused by anything you did", "The law requires");
    }

    @Test
    void a_compromised_issuer_is_said_to_be_no_fault_of_the_holder() {
        var notice = Endings.named("issuer-compromised");

        assertThat(japanese(notice)).contains("発行者署名符号", "ご本人の暗証番号", "原因があるものでもありません");
        assertThat(english(notice)).contains("nothing you did caused this");
    }

    @Test
    void after_the_move_out_timer_the_old_municipality_is_not_where_to_go() {
        assertThat(japanese(Endings.named("ended-move-out-timer")))
                .contains("転出予定日から30日", "転入の届出をされた後", "再び有効になることはありません")
                .doesNotContain("市民課窓口");
    }
}
