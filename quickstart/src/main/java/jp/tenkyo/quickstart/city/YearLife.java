package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;

/**
 * One holder, what is held at the year's beginning, and what is drawn for the year.
 *
 * @param life what the rules make of it
 * @param inputs what is sent, by day
 */
record YearLife(Holder holder, HolderLife life, SortedMap<LocalDate, List<YearInput>> inputs) {

    private static final int RENEWED_PERCENT = 88;
    private static final int RENEWED_LATE_PERCENT = 7;
    private static final int SIGNING_DECLINED_PERCENT = 4;

    /** One resident in this many lives in the quarter whose lots are renumbered in November. */
    private static final int RENUMBERED_EVERY = 33;

    private static final int RENUMBERED_IN_MONTH = 11;

    /** One resident in this many has the 振り仮名 entered ex officio on one day in May. */
    private static final int FURIGANA_EVERY = 50;

    private static final int FURIGANA_IN_MONTH = 5;
    private static final int FURIGANA_ON = 26;
    private static final int OF_NO_CARD = 1;

    /** How somebody comes into the year. */
    enum Kind {
        RESIDENT,
        MOVES_IN,
        MOVES_IN_UNANNOUNCED,
        IS_BORN
    }

    static YearLife of(YearSettings settings, Holder holder, Kind kind, String municipality) {
        var before = settings.firstDay().minusDays(1);
        var life = new HolderLife(before);
        // Loaded at 00:00 of the first day: what is due at 09:00 of that day is still told.
        holder.certificates()
                .forEach(one -> life.held().add(new HeldCertificate(one, settings.firstDay(), before, "held before")));
        var random = Draws.of(settings.seed(), Draws.Purpose.YEAR, holder.index());
        var year = new ResidentYear(settings, life, random);
        var messages = new YearMessages(settings.issuers(), holder.index(), holder.holderId(), holder.birth());
        var counter = new CardCounter(
                year, messages, holder.birth(), wantsSigning(holder, settings, random), cardOf(holder, settings));
        var number = kind == Kind.IS_BORN ? OF_NO_CARD : holder.recordNumber();
        var resident = new Resident(year, messages, counter, municipality, number);
        new YearPlans(settings, holder, kind, year, resident).draw();
        planRenewal(settings, holder, year, resident);
        year.live();
        return new YearLife(holder, life, year.inputs());
    }

    private static boolean wantsSigning(Holder holder, YearSettings settings, SplittableRandom random) {
        var asked = holder.birth().plusYears(15).isBefore(settings.firstDay()) && holder.hasCard();
        return asked ? holder.hasSigning() : random.nextInt(100) >= SIGNING_DECLINED_PERCENT;
    }

    private static LocalDate cardOf(Holder holder, YearSettings settings) {
        return holder.certificates().stream()
                .map(Certificate::cardExpiresOn)
                .findFirst()
                .orElse(settings.firstDay());
    }

    /** Most renew in the window, some when it is too late, some never. Nobody renews a limited period of stay. */
    private static void planRenewal(YearSettings settings, Holder holder, ResidentYear year, Resident resident) {
        var ending = holder.certificates().stream()
                .filter(one -> one.carrier() == Carrier.CARD && one.kind() == CertificateKind.AUTHENTICATION)
                .max(Comparator.comparing(Certificate::notBefore));
        if (ending.isEmpty() || endsWithTheStay(holder, ending.get())) {
            return;
        }
        var lastDay = ending.get().lastDay();
        var opens = Validity.windowOpensOn(lastDay);
        var from = opens.isBefore(settings.firstDay()) ? settings.firstDay() : opens;
        var draw = year.random().nextInt(100);
        if (draw < RENEWED_PERCENT) {
            year.plan(from.plusDays(daysUntilRenewal(year, from, lastDay, from.equals(opens))), resident::renews);
        } else if (draw < RENEWED_PERCENT + RENEWED_LATE_PERCENT) {
            year.plan(lastDay.plusDays(year.days(1, 60)), resident::renews);
        }
    }

    /** Earlier rather than later where the first notice makes people come; any day where the window is open already. */
    private static int daysUntilRenewal(ResidentYear year, LocalDate from, LocalDate lastDay, boolean noticed) {
        var days = (int) (lastDay.toEpochDay() - from.toEpochDay());
        var some = year.days(0, days);
        return noticed ? year.days(0, some) : some;
    }

    private static boolean endsWithTheStay(Holder holder, Certificate certificate) {
        var cardEnds = certificate.cardExpiresOn();
        return !cardEnds.equals(Validity.birthday(holder.birth(), cardEnds.getYear()));
    }

    static boolean isRenumbered(int index) {
        return index % RENUMBERED_EVERY == 0;
    }

    static boolean hasFuriganaEntered(int index) {
        return index % FURIGANA_EVERY == 1;
    }

    /** 住居表示の実施: the second Monday of November. */
    static LocalDate renumberedOn(int year) {
        return LocalDate.of(year, RENUMBERED_IN_MONTH, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(2, java.time.DayOfWeek.MONDAY));
    }

    static LocalDate furiganaOn(int year) {
        return LocalDate.of(year, FURIGANA_IN_MONTH, FURIGANA_ON);
    }
}
