package jp.tenkyo.notifier.core.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tenkyo.notifier.Notices.at;
import static jp.tenkyo.notifier.Notices.certificate;
import static jp.tenkyo.notifier.Notices.revokedBy;
import static jp.tenkyo.notifier.Notices.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.Language;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.notifier.Endings;
import jp.tenkyo.notifier.core.Notice;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The mails as they are, in src/test/resources/mails. After a wanted change of the words: run with
 * {@code -Dtenkyo.golden=write} and read the difference.
 */
class RenderedMailsTest {

    private static final Path FOLDER = Path.of("src/test/resources/mails");
    private static final Municipality CHITOSE =
            new Municipality("千歳市", "Chitose City", Municipality.COUNTER_JA, Municipality.COUNTER_EN);

    private static final Notice.Certificate SIGNING = certificate(CertificateKind.SIGNING, LocalDate.of(2027, 2, 17));
    private static final Notice.Certificate AUTHENTICATION =
            certificate(CertificateKind.AUTHENTICATION, LocalDate.of(2027, 2, 17));

    private static Map<String, Notice> mails() {
        var mails = new LinkedHashMap<String, Notice>();
        mails.put("revoked-moved-within", revokedBy(ChangeReason.MOVED_WITHIN_MUNICIPALITY));
        mails.put("revoked-moved-in", revokedBy(ChangeReason.MOVED_IN));
        mails.put("revoked-moved-out", revokedBy(ChangeReason.MOVED_OUT));
        mails.put("revoked-moved-abroad", revokedBy(ChangeReason.MOVED_ABROAD));
        mails.put("revoked-deleted-ex-officio", revokedBy(ChangeReason.DELETED_EX_OFFICIO));
        mails.put("revoked-name", revokedBy(ChangeReason.CORRECTED_EX_OFFICIO, ChangedAttribute.NAME));
        mails.put("revoked-former-surname", revokedBy(ChangeReason.FORMER_SURNAME_ADDED));
        mails.put("revoked-alias", revokedBy(ChangeReason.ALIAS_DELETED));
        mails.put(
                "revoked-building", revokedBy(ChangeReason.CORRECTED_EX_OFFICIO, ChangedAttribute.ADDRESS_SUPPLEMENT));
        mails.put("revoked-date-of-birth", revokedBy(ChangeReason.CORRECTED_ERROR, ChangedAttribute.DATE_OF_BIRTH));
        mails.put("revoked-individual-number", revokedBy(ChangeReason.INDIVIDUAL_NUMBER_CHANGED));
        mails.put("revoked-other-ground", revokedBy(null));
        mails.put("revoked-phone", with(revokedBy(ChangeReason.MOVED_WITHIN_MUNICIPALITY), Carrier.PHONE));
        mails.put("revoked-resident-card", with(revokedBy(ChangeReason.MOVED_IN), Carrier.RESIDENT_CARD));
        mails.put("window-opened", at(NoticeStage.WINDOW_OPENED, Carrier.CARD, SIGNING, AUTHENTICATION));
        mails.put("one-month-left", at(NoticeStage.ONE_MONTH_LEFT, Carrier.CARD, SIGNING, AUTHENTICATION));
        mails.put("one-week-left-signing", at(NoticeStage.ONE_WEEK_LEFT, Carrier.CARD, SIGNING));
        mails.put("expired", at(NoticeStage.EXPIRED, Carrier.CARD, SIGNING, AUTHENTICATION));
        mails.put("renewed", at(NoticeStage.RENEWED, Carrier.CARD, SIGNING, AUTHENTICATION));
        mails.put("window-opened-phone", at(NoticeStage.WINDOW_OPENED, Carrier.PHONE, SIGNING, AUTHENTICATION));
        mails.putAll(Endings.all());
        return mails;
    }

    @TestFactory
    Stream<DynamicTest> every_mail_is_as_its_file_shows() {
        return mails().entrySet().stream()
                .flatMap(mail -> Stream.of(Language.JA, Language.EN).flatMap(language -> {
                    var text = Composition.of(mail.getValue(), CHITOSE, language);
                    var name = mail.getKey() + "." + text.language();
                    return Stream.of(
                            golden(name + ".txt", "Subject: " + text.subject() + "\n\n" + PlainText.of(text)),
                            golden(name + ".html", Html.of(text)));
                }));
    }

    private static DynamicTest golden(String name, String rendered) {
        return DynamicTest.dynamicTest(name, () -> {
            var file = FOLDER.resolve(name);
            if ("write".equals(System.getProperty("tenkyo.golden"))) {
                write(file, rendered);
            }
            assertThat(file).exists();
            assertThat(rendered).isEqualTo(Files.readString(file, UTF_8));
        });
    }

    private static void write(Path file, String rendered) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(file, rendered, UTF_8);
    }
}
