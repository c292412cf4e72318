package jp.tenkyo.notifier.core.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.notifier.core.Notice;

/** For holders who asked for English; Japanese words stand beside where the counter will use them. */
final class EnglishWords implements Words {

    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM y", Locale.ENGLISH);

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String subject(Notice notice) {
        return switch (notice.stage()) {
            case SIGNING_REVOKED ->
                notice.carrier() == Carrier.PHONE
                        ? "Your smartphone certificate is no longer valid"
                        : "Your signing certificate is no longer valid";
            case WINDOW_OPENED -> "Please renew your digital certificate";
            case ONE_MONTH_LEFT -> "Please renew your digital certificate (about one month left)";
            case ONE_WEEK_LEFT -> "Please renew your digital certificate (about one week left)";
            case EXPIRED -> "Your digital certificate has expired";
            case AUTHENTICATION_ENDED, RECORD_ERROR, ON_HOLD, ISSUER_COMPROMISED -> EnglishEndings.subject(notice);
            case RENEWED -> "Your digital certificate has been renewed";
            case UNKNOWN -> throw new IllegalArgumentException("a notice of an unknown stage is a dead letter");
        };
    }

    @Override
    public List<String> greeting(Municipality municipality) {
        return List.of(
                "To the certificate holder,",
                municipality.equals(Municipality.NOT_NAMED)
                        ? "This is a notice about your digital certificates."
                        : "This is a notice from " + municipality.en() + " about your digital certificates.");
    }

    @Override
    public String opening(Notice notice) {
        return switch (notice.stage()) {
            case SIGNING_REVOKED, AUTHENTICATION_ENDED, RECORD_ERROR, ON_HOLD, ISSUER_COMPROMISED ->
                EnglishEndings.opening(notice);
            case WINDOW_OPENED -> "The following certificate will expire soon. You can renew it now.";
            case ONE_MONTH_LEFT ->
                "The following certificate will expire in about one month. If you have not renewed it yet, please do so"
                        + " soon.";
            case ONE_WEEK_LEFT ->
                "The following certificate will expire in about one week. It cannot be used after that, so please renew it"
                        + " without delay.";
            case EXPIRED -> "The following certificate has expired and can no longer be used.";
            case RENEWED ->
                "Your renewal is complete. The earlier certificate is no longer valid; from now on you can use the"
                        + " following one.";
            case UNKNOWN -> throw new IllegalArgumentException("a notice of an unknown stage is a dead letter");
        };
    }

    @Override
    public String certificate(Notice notice, Notice.Certificate certificate) {
        var kind = certificate.kind() == CertificateKind.SIGNING
                ? "Signing certificate (署名用電子証明書)"
                : "Authentication certificate (利用者証明用電子証明書)";
        var name =
                switch (notice.carrier()) {
                    case PHONE -> kind + " on your smartphone";
                    case RESIDENT_CARD -> kind + " on your Basic Resident Register Card";
                    case CARD, UNKNOWN -> kind + " on your Individual Number Card";
                };
        return Composition.saysWhatEnded(notice.stage())
                ? name
                : name + ", valid until " + DATE.format(certificate.lastDay());
    }

    @Override
    public String whySigningEnds() {
        return "A signing certificate contains the name, address, date of birth and sex of the resident record. By law it"
                + " loses effect when these change.";
    }

    @Override
    public List<String> authentication(Authentication authentication) {
        return switch (authentication) {
            case STAYS ->
                List.of(
                        "This change does not affect your authentication certificate (利用者証明用電子証明書). You can keep using it"
                                + " until it expires.");
            case STAYS_IF_MOVED_IN ->
                List.of("Moving out does not affect your authentication certificate (利用者証明用電子証明書). It will lose effect,"
                        + " however, if you do not register at your new municipality within 30 days after your planned"
                        + " move-out date.");
            case STAYS_IF_CONTINUED ->
                List.of("If you filed for continued use (継続利用) of your card, you can keep using your authentication"
                        + " certificate (利用者証明用電子証明書).");
            case ENDED ->
                List.of("If you have an authentication certificate (利用者証明用電子証明書), it is no longer valid either.");
            case NOT_SAID -> List.of();
        };
    }

    @Override
    public String remark(Remark remark) {
        return EnglishRemarks.of(remark);
    }

    @Override
    public List<String> phone(Notice notice) {
        return switch (notice.stage()) {
            case SIGNING_REVOKED ->
                List.of("If you have a signing certificate on your smartphone, it is no longer valid either.");
            case AUTHENTICATION_ENDED, RECORD_ERROR, ISSUER_COMPROMISED -> List.of(EnglishEndings.phoneEnded(notice));
            case RENEWED ->
                List.of(
                        "If you have certificates on your smartphone, those of the same kind lost effect when the card's"
                                + " certificate was renewed. To keep using them, please apply for them again.");
            default -> List.of();
        };
    }

    @Override
    public String nextStepHeading(NextStep step) {
        return switch (step) {
            case RENEW, RENEW_ON_PHONE -> "How to renew";
            case NOTHING -> "Questions";
            default -> "What to do next";
        };
    }

    @Override
    public String nextStep(NextStep step) {
        return EnglishSteps.of(step);
    }

    @Override
    public List<String> counter(Municipality municipality, NextStep step, boolean free) {
        var lines = new ArrayList<>(List.of(
                "Where: " + municipality.counterEn() + ", " + municipality.en(), "When: working days, 8:45 to 17:15"));
        if (step != NextStep.NOTHING) {
            lines.add(free ? "Fee: none (issue and renewal of certificates)" : "Fee: please ask at the counter");
            lines.add("Branch offices (支所・出張所) do not handle this.");
        }
        return lines;
    }

    @Override
    public String bringHeading() {
        return "What to bring";
    }

    @Override
    public List<String> bring(boolean signingPin, boolean authenticationPin) {
        var items = new ArrayList<>(List.of("Your Individual Number Card (マイナンバーカード)"));
        if (signingPin) {
            items.add("The PIN (暗証番号) of your signing certificate: 6 to 16 letters and digits");
        }
        if (authenticationPin) {
            items.add("The PIN (暗証番号) of your authentication certificate: 4 digits");
        }
        return items;
    }

    @Override
    public String forgottenPin() {
        return "You will enter your PINs yourself at the counter. If you have forgotten one, it can be set anew there; please"
                + " also bring an identity document.";
    }

    @Override
    public String insuranceHeading() {
        return "If you use your card as a health-insurance card";
    }

    @Override
    public String insurance(LocalDate until) {
        return "Use as a health-insurance card (マイナ保険証) remains possible until " + DATE.format(until)
                + ", also after your authentication certificate has expired. To use it beyond that day you need a new"
                + " certificate.";
    }

    @Override
    public String insuranceInDoubt() {
        return "To use your card as a health-insurance card (マイナ保険証) you need the authentication certificate on it, so this may"
                + " not be possible now. Before you see a doctor, please ask your health insurer.";
    }

    @Override
    public List<String> closing() {
        return List.of(
                "We never ask for your PINs by mail or telephone.",
                "This mail was sent automatically. Replies to it are not read.");
    }
}
