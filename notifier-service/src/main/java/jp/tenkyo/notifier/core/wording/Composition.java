package jp.tenkyo.notifier.core.wording;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.Language;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.notifier.core.Notice;

/** What a notice's mail says, in which order. */
public final class Composition {

    private static final int INSURANCE_MONTHS = 3;

    private final Notice notice;
    private final Municipality municipality;
    private final Words words;
    private final NextStep step;
    private final List<Block> blocks = new ArrayList<>();

    private Composition(Notice notice, Municipality municipality, Words words) {
        this.notice = notice;
        this.municipality = municipality;
        this.words = words;
        this.step = NextStep.after(notice);
    }

    public static MailText of(Notice notice, Municipality municipality, Language language) {
        var words = language == Language.EN ? new EnglishWords() : new JapaneseWords();
        return new Composition(notice, municipality, words).compose();
    }

    private MailText compose() {
        paragraphs(words.greeting(municipality));
        paragraphs(List.of(words.opening(notice)));
        bullets(notice.certificates().stream()
                .sorted(Comparator.comparing(Notice.Certificate::kind).thenComparing(Notice.Certificate::notAfter))
                .map(certificate -> words.certificate(notice, certificate))
                .distinct()
                .toList());
        consequences();
        paragraphs(Remark.on(notice).stream().map(words::remark).toList());
        whatToDo();
        insurance();
        paragraphs(words.closing());
        return new MailText(words.language(), words.subject(notice), blocks);
    }

    private void consequences() {
        if (notice.stage() == NoticeStage.SIGNING_REVOKED) {
            if (notice.changeReason() != null
                    && notice.byResidentChange()
                    && notice.names(CertificateKind.SIGNING)
                    && endsByContent()) {
                paragraphs(List.of(words.whySigningEnds()));
            }
            paragraphs(words.authentication(Authentication.after(notice)));
        }
        if (notice.carrier() == Carrier.CARD) {
            paragraphs(words.phone(notice));
        }
    }

    /** A certificate that no longer says what the record says; other changes end it because the record or card ends. */
    private boolean endsByContent() {
        return Authentication.after(notice) == Authentication.STAYS
                || Authentication.after(notice) == Authentication.NOT_SAID;
    }

    private void whatToDo() {
        blocks.add(new Block.Heading(words.nextStepHeading(step)));
        paragraphs(List.of(words.nextStep(step)));
        if (step.atCounter()) {
            bullets(words.counter(municipality, step, isFree()));
        }
        if (step.withPins()) {
            blocks.add(new Block.Heading(words.bringHeading()));
            bullets(words.bring(
                    notice.names(CertificateKind.SIGNING),
                    !isAboutTime() || notice.names(CertificateKind.AUTHENTICATION)));
            paragraphs(List.of(words.forgottenPin()));
        }
    }

    /** Renewal is free, and so is a new issue after expiry or a change of the record while the card is valid. */
    private boolean isFree() {
        return isAboutTime() || (notice.stage() == NoticeStage.SIGNING_REVOKED && notice.byResidentChange());
    }

    private boolean isAboutTime() {
        return isAboutTime(notice.stage());
    }

    private void insurance() {
        insuredUntil(notice).ifPresent(until -> {
            blocks.add(new Block.Heading(words.insuranceHeading()));
            paragraphs(List.of(words.insurance(until)));
        });
        if (leavesInsuranceInDoubt()) {
            blocks.add(new Block.Heading(words.insuranceHeading()));
            paragraphs(List.of(words.insuranceInDoubt()));
        }
    }

    /**
     * Use as a health-insurance card remains possible until three months after the end of the expiry's month; only the
     * card's authentication certificate serves for it.
     */
    static Optional<LocalDate> insuredUntil(Notice notice) {
        return notice.certificates().stream()
                .filter(_ -> isAboutTime(notice.stage()) && notice.carrier() == Carrier.CARD)
                .filter(certificate -> certificate.kind() == CertificateKind.AUTHENTICATION)
                .map(Notice.Certificate::lastDay)
                .max(Comparator.naturalOrder())
                .map(lastDay ->
                        YearMonth.from(lastDay).plusMonths(INSURANCE_MONTHS).atEndOfMonth());
    }

    /** The three months are those after an expiry; nobody promises them to who lost the certificate in another way. */
    private boolean leavesInsuranceInDoubt() {
        return saysWhatEnded(notice.stage())
                && notice.carrier() == Carrier.CARD
                && notice.names(CertificateKind.AUTHENTICATION);
    }

    private static boolean isAboutTime(NoticeStage stage) {
        return switch (stage) {
            case WINDOW_OPENED, ONE_MONTH_LEFT, ONE_WEEK_LEFT, EXPIRED -> true;
            case UNKNOWN, RENEWED, SIGNING_REVOKED, AUTHENTICATION_ENDED, RECORD_ERROR, ON_HOLD, ISSUER_COMPROMISED ->
                false;
        };
    }

    /** Whether certificates stand in the mail by name alone, since their last day no longer matters. */
    static boolean saysWhatEnded(NoticeStage stage) {
        return stage != NoticeStage.RENEWED && !isAboutTime(stage);
    }

    private void paragraphs(Collection<String> texts) {
        texts.forEach(text -> blocks.add(new Block.Paragraph(text)));
    }

    private void bullets(List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block.Bullets(items));
        }
    }
}
