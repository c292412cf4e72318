package jp.tenkyo.quickstart.city;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.quickstart.city.Traits.Holding;
import jp.tenkyo.quickstart.city.Traits.Quirk;
import jp.tenkyo.quickstart.city.Traits.Timing;

/**
 * The certificates that somebody with a card holds before the day's file, in the order in which they were made:
 * authentication first, since it caps the others.
 *
 * @param recordNumber version of the record that the authentication certificate was made from
 */
record Wallet(CitySettings settings, int index, Traits traits, LocalDate birth, CardLife life, int recordNumber) {

    private static final int SLOTS = 8;
    private static final int SIGNING_FROM_AGE = 15;
    private static final int DECLINED_PER_1000 = 40;
    private static final int MOVED_SINCE_PER_1000 = 150;
    private static final int PHONE_PER_1000 = 165;
    private static final LocalDate PHONES_SINCE = LocalDate.of(2023, 5, 11);
    private static final int COUNTER_OPENS_SECOND = 9 * 3600;
    private static final int COUNTER_OPEN_SECONDS = 8 * 3600;

    List<Certificate> certificates(SplittableRandom random) {
        var second = COUNTER_OPENS_SECOND + random.nextInt(COUNTER_OPEN_SECONDS);
        var held = new ArrayList<Certificate>();
        var lastDay = traits.quirk() == Quirk.NOT_AFTER_DIFFERS ? life.lastDay().plusDays(1) : life.lastDay();
        held.add(made(
                Carrier.CARD, CertificateKind.AUTHENTICATION, 0, recordNumber, at(life.issuedOn(), second), lastDay));
        if (signs(random)) {
            addSigning(held, second, random);
        }
        return held;
    }

    private void addSigning(List<Certificate> held, int second, SplittableRandom random) {
        var madeLater = traits.holding() == Holding.DRAWN
                && traits.timing() == Timing.DRAWN
                && random.nextInt(1_000) < MOVED_SINCE_PER_1000;
        var issuedOn = madeLater ? between(life.issuedOn(), settings.today().minusDays(1), random) : life.issuedOn();
        var lastDay = Validity.earlier(
                Validity.earlier(Validity.issued(birth, issuedOn), life.lastDay()), life.cardExpiresOn());
        var number = madeLater ? recordNumber + 1 : recordNumber;
        held.add(made(Carrier.CARD, CertificateKind.SIGNING, 1, number, at(issuedOn, second + 2), lastDay));
        if (!madeLater && phones(random)) {
            addPhone(held, second, random);
        }
    }

    /**
     * Made before the first birthday after the card's certificates: then the fifth birthday is the same, and the rule
     * gives one last day whichever authentication certificate is taken for its cap.
     */
    private void addPhone(List<Certificate> held, int second, SplittableRandom random) {
        var from = phoneFrom();
        var until = phoneUntil();
        if (from.isAfter(until)) {
            return;
        }
        var issuedOn = between(from, until, random);
        held.add(phone(CertificateKind.AUTHENTICATION, 2, at(issuedOn, second + 60)));
        held.add(phone(CertificateKind.SIGNING, 3, at(issuedOn, second + 62)));
    }

    private Certificate phone(CertificateKind kind, int slot, Instant notBefore) {
        return made(Carrier.PHONE, kind, slot, recordNumber, notBefore, life.lastDay());
    }

    private LocalDate phoneFrom() {
        var dayAfter = life.issuedOn().plusDays(1);
        return dayAfter.isAfter(PHONES_SINCE) ? dayAfter : PHONES_SINCE;
    }

    private LocalDate phoneUntil() {
        return Validity.earlier(
                Validity.nthBirthdayAfter(birth, life.issuedOn(), 1).minusDays(1),
                settings.today().minusDays(1));
    }

    private boolean signs(SplittableRandom random) {
        if (traits.quirk() == Quirk.SIGNING_UNDER_15) {
            return true;
        }
        var grownUp = !life.issuedOn().isBefore(Validity.birthday(birth, birth.getYear() + SIGNING_FROM_AGE));
        return switch (traits.holding()) {
            case DRAWN -> grownUp && random.nextInt(1_000) >= DECLINED_PER_1000;
            case CARD, CARD_AND_PHONE -> true;
            case NO_CARD, CARD_WITHOUT_SIGNING -> false;
        };
    }

    private boolean phones(SplittableRandom random) {
        return switch (traits.holding()) {
            case DRAWN -> traits.quirk() == Quirk.NONE && random.nextInt(1_000) < PHONE_PER_1000;
            case CARD_AND_PHONE -> true;
            case NO_CARD, CARD, CARD_WITHOUT_SIGNING -> false;
        };
    }

    private Certificate made(
            Carrier carrier, CertificateKind kind, int slot, int number, Instant notBefore, LocalDate lastDay) {
        return new Certificate(
                carrier,
                kind,
                slot,
                settings.issuers().keyIdOf(kind, notBefore),
                Issuers.serial((long) index * SLOTS + slot),
                traits.municipality(),
                number,
                notBefore,
                lastDay,
                life.cardExpiresOn());
    }

    private static LocalDate between(LocalDate from, LocalDate until, SplittableRandom random) {
        var days = (int) (until.toEpochDay() - from.toEpochDay());
        return days <= 0 ? from : from.plusDays(random.nextInt(days + 1));
    }

    private static Instant at(LocalDate day, int second) {
        return day.atStartOfDay(Places.TOKYO).plusSeconds(second).toInstant();
    }
}
