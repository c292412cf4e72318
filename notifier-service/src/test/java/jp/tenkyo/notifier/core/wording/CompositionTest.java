package jp.tenkyo.notifier.core.wording;

import static jp.tenkyo.notifier.Notices.at;
import static jp.tenkyo.notifier.Notices.certificate;
import static jp.tenkyo.notifier.Notices.revokedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.Language;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.notifier.core.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        return Stream.concat(
                stages.flatMap(stage -> carriers.stream().map(carrier -> at(stage, carrier, signing))),
                Arrays.stream(ChangeReason.values()).map(reason -> revokedBy(reason, ChangedAttribute.NAME)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_notice_has_words_and_no_gap_in_them(Notice notice) {
        for (var language : List.of(Language.JA, Language.EN)) {
            var mail = Composition.of(notice, CHITOSE, language);
            assertThat(mail.subject()).isNotBlank().doesNotContain("h-1", "千歳", "Chitose");
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
}
