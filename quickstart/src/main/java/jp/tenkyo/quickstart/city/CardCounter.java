package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.avro.CertificateKind;

/** The counter at which a holder's cards and certificates are made: what it reports, and how long it is valid. */
final class CardCounter {

    private static final int SIGNING_FROM_AGE = 15;
    private static final int SIGNING_AGAIN_PERCENT = 70;
    private static final int CARD_REPLACED_PERCENT = 90;

    private final ResidentYear year;
    private final YearMessages messages;
    private final LocalDate birth;
    private final boolean wantsSigning;
    private String municipality = Places.CHITOSE;
    private int number = 1;

    /** Last day of the present card. */
    private LocalDate cardExpiresOn;

    /** @param wantsSigning whether the holder takes a signing certificate once old enough */
    CardCounter(
            ResidentYear year, YearMessages messages, LocalDate birth, boolean wantsSigning, LocalDate cardExpiresOn) {
        this.year = year;
        this.messages = messages;
        this.birth = birth;
        this.wantsSigning = wantsSigning;
        this.cardExpiresOn = cardExpiresOn;
    }

    /** Which record certificates are made from. */
    void servesAt(String place, int recordNumber) {
        municipality = place;
        number = recordNumber;
    }

    /** A card with all that belongs on it, in the place of whatever there was. */
    List<YearInput> newCard(LocalDate day) {
        cardExpiresOn = Validity.card(birth, day);
        var lastDay = Validity.earlier(Validity.issued(birth, day), cardExpiresOn);
        var made = new ArrayList<YearInput>();
        made.add(make(day, CertificateKind.AUTHENTICATION, lastDay, false));
        if (maySign(day)) {
            made.add(make(day, CertificateKind.SIGNING, lastDay, false));
        }
        return made;
    }

    /** A first card, or one in the place of a card that carries nothing valid any more. */
    List<YearInput> cardWhereNoneIs(LocalDate day) {
        return year.life().onCard(CertificateKind.AUTHENTICATION).isEmpty() ? newCard(day) : List.of();
    }

    /**
     * After a change has ended the signing certificate; a new card where the authentication certificate has gone too.
     */
    List<YearInput> reissue(LocalDate day) {
        return good(CertificateKind.AUTHENTICATION).isPresent() ? signingIfNone(day) : lostAll(day);
    }

    private List<YearInput> signingIfNone(LocalDate day) {
        return year.life().onCard(CertificateKind.SIGNING).isEmpty() ? reissueSigning(day) : List.of();
    }

    private List<YearInput> lostAll(LocalDate day) {
        return year.life().held().isEmpty() ? List.of() : cardWhereNoneIs(day);
    }

    /** From the present record, no longer than the authentication certificate that is still valid. */
    List<YearInput> reissueSigning(LocalDate day) {
        return good(CertificateKind.AUTHENTICATION)
                .filter(_ -> maySign(day))
                .map(cap -> List.<YearInput>of(make(
                        day,
                        CertificateKind.SIGNING,
                        Validity.earlier(
                                Validity.earlier(
                                        Validity.issued(birth, day),
                                        cap.certificate().lastDay()),
                                cap.certificate().cardExpiresOn()),
                        false)))
                .orElse(List.of());
    }

    /** Renewal in the window, a new card where the card ends too, a new issue where it is too late. */
    List<YearInput> renew(LocalDate day) {
        var old = good(CertificateKind.AUTHENTICATION).map(HeldCertificate::certificate);
        if (old.isEmpty()) {
            return year.life().onCard(CertificateKind.AUTHENTICATION).isPresent() ? List.of() : lateIssue(day);
        }
        if (old.get().lastDay().equals(old.get().cardExpiresOn())) {
            return newCard(day);
        }
        return Validity.inWindow(old.get().lastDay(), day) ? renewBoth(day) : List.of();
    }

    private List<YearInput> renewBoth(LocalDate day) {
        var lastDay = Validity.earlier(Validity.renewed(birth, day), cardExpiresOn);
        var signing = year.life().onCard(CertificateKind.SIGNING);
        var made = new ArrayList<YearInput>();
        made.add(make(day, CertificateKind.AUTHENTICATION, lastDay, true));
        if (signing.isPresent()) {
            made.add(make(day, CertificateKind.SIGNING, lastDay, true));
        } else if (maySign(day) && year.inPercent(SIGNING_AGAIN_PERCENT)) {
            made.add(make(day, CertificateKind.SIGNING, Validity.earlier(Validity.issued(birth, day), lastDay), false));
        }
        return made;
    }

    private List<YearInput> lateIssue(LocalDate day) {
        if (!cardExpiresOn.isAfter(day)) {
            return newCard(day);
        }
        var lastDay = Validity.earlier(Validity.issued(birth, day), cardExpiresOn);
        var made = new ArrayList<YearInput>();
        made.add(make(day, CertificateKind.AUTHENTICATION, lastDay, false));
        if (maySign(day)) {
            made.add(make(day, CertificateKind.SIGNING, lastDay, false));
        }
        return made;
    }

    /** Telephoned in: all that the card carries is on hold until a new card takes its place. */
    List<YearInput> cardLost(LocalDate day, String place) {
        var named = good(CertificateKind.AUTHENTICATION);
        if (named.isEmpty()) {
            return List.of();
        }
        year.life().loseCard(day);
        if (year.inPercent(CARD_REPLACED_PERCENT)) {
            year.plan(day.plusDays(year.days(10, 40)), later -> lostIsStillHeld() ? newCard(later) : List.of());
        }
        return List.of(messages.cardLost(day, place, named.get().certificate()));
    }

    private boolean lostIsStillHeld() {
        return year.life()
                .onCard(CertificateKind.AUTHENTICATION)
                .filter(one -> !one.isGood())
                .isPresent();
    }

    private YearInput make(LocalDate day, CertificateKind kind, LocalDate lastDay, boolean renews) {
        var certificate = messages.certificate(day, kind, municipality, number, lastDay, cardExpiresOn);
        year.life().register(new HeldCertificate(certificate, day, day, renews ? "RENEW" : "ISSUE"), day);
        return messages.registration(certificate, renews);
    }

    private Optional<HeldCertificate> good(CertificateKind kind) {
        return year.life().onCard(kind).filter(HeldCertificate::isGood);
    }

    private boolean maySign(LocalDate day) {
        return wantsSigning && !day.isBefore(Validity.birthday(birth, birth.getYear() + SIGNING_FROM_AGE));
    }
}
