package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.quickstart.city.Traits.Holding;
import jp.tenkyo.quickstart.city.Traits.Quirk;
import jp.tenkyo.quickstart.city.Traits.Timing;
import org.jspecify.annotations.Nullable;

/** Makes residents one by one, each from the seed and an index alone, so that nothing of a city has to be kept. */
final class Holders {

    private static final int DRAWS_MAX = 1_000;
    private static final int LIMITED_STAY_PER_1000 = 15;
    private static final int YEAR_DAYS = 365;
    private static final int ADULT_FROM = 26;
    private static final int ADULT_YEARS = 54;
    private static final int CHILD_AGE = 12;
    private static final int RECORDS_MAX = 6;
    private static final int IN_WINDOW_DAYS = 80;

    private final CitySettings settings;
    private final Roster roster;

    Holders(CitySettings settings) {
        this.settings = settings;
        this.roster = new Roster(settings.residents());
    }

    Roster roster() {
        return roster;
    }

    Stream<Holder> all() {
        return IntStream.range(0, settings.residents()).mapToObj(this::of);
    }

    Holder of(int index) {
        var group = roster.groupOf(index);
        var random = Draws.of(settings.seed(), Draws.Purpose.RESIDENT, index);
        for (var draw = 0; draw < DRAWS_MAX; draw++) {
            var holder = drawn(index, group, random);
            if (fits(holder, group.traits())) {
                return holder;
            }
        }
        throw new IllegalStateException("No resident found for: " + group.name());
    }

    private Holder drawn(int index, Group group, SplittableRandom random) {
        var traits = group.traits();
        var lastDay = lastDayFor(traits.timing(), random);
        var birth = lastDay == null ? birth(traits, random) : birthOn(lastDay, random);
        var recordNumber = 1 + random.nextInt(RECORDS_MAX);
        var life = life(traits, birth, lastDay, random);
        var certificates = life == null
                ? List.<Certificate>of()
                : new Wallet(settings, index, traits, birth, life, recordNumber).certificates(random);
        var latest =
                certificates.stream().mapToInt(Certificate::recordNumber).max().orElse(recordNumber);
        return new Holder(
                index,
                Draws.holderId(settings.seed(), index),
                group,
                birth,
                traits.quirk() == Quirk.BIRTH_NOT_IN_CALENDAR ? birth.getYear() + "-00-00" : birth.toString(),
                latest,
                contact(group, index),
                certificates);
    }

    private @Nullable CardLife life(
            Traits traits, LocalDate birth, @Nullable LocalDate lastDay, SplittableRandom random) {
        var today = settings.today();
        if (lastDay != null) {
            return CardLife.endingOn(lastDay, birth, today.minusDays(1), random);
        }
        var age = birth.until(today).getYears();
        var holds = traits.holding() == Holding.DRAWN
                ? traits.quirk() == Quirk.SIGNING_UNDER_15 || random.nextInt(1_000) < AgePyramid.cardsPer1000(age)
                : traits.holding() != Holding.NO_CARD;
        var limitedStay = traits.timing() == Timing.DRAWN && random.nextInt(1_000) < LIMITED_STAY_PER_1000;
        return holds ? CardLife.until(today, birth, limitedStay, random).orElse(null) : null;
    }

    private LocalDate birth(Traits traits, SplittableRandom random) {
        if (traits.quirk() == Quirk.BORN_ON_LEAP_DAY) {
            return LocalDate.of(1948 + 4 * random.nextInt(12), 2, 29);
        }
        var age = traits.quirk() == Quirk.SIGNING_UNDER_15
                ? CHILD_AGE
                : traits.holding() == Holding.DRAWN || traits.holding() == Holding.NO_CARD
                        ? AgePyramid.draw(random)
                        : ADULT_FROM + random.nextInt(ADULT_YEARS);
        return settings.today().minusYears(age).minusDays(random.nextInt(YEAR_DAYS));
    }

    /** A grown-up's date of birth with a birthday on that day; half of those on a 28 February were born on a 29th. */
    private static LocalDate birthOn(LocalDate lastDay, SplittableRandom random) {
        var years = ADULT_FROM + random.nextInt(ADULT_YEARS);
        var birth = lastDay.minusYears(lastDay.getDayOfMonth() == 29 ? years - years % 4 : years);
        var leap = birth.isLeapYear()
                && birth.getMonthValue() == 2
                && !lastDay.isLeapYear()
                && birth.getDayOfMonth() == 28;
        return leap ? birth.plusDays(1) : birth;
    }

    private @Nullable LocalDate lastDayFor(Timing timing, SplittableRandom random) {
        var today = settings.today();
        return switch (timing) {
            case DRAWN, QUIET -> null;
            case IN_WINDOW -> today.plusDays(9 + random.nextInt(IN_WINDOW_DAYS));
            case WINDOW_OPENS_TODAY -> Stages.lastDayNear(NoticeStage.WINDOW_OPENED, today);
            case ONE_MONTH_LEFT_TODAY -> Stages.lastDayNear(NoticeStage.ONE_MONTH_LEFT, today);
            case ONE_WEEK_LEFT_TODAY -> Stages.lastDayNear(NoticeStage.ONE_WEEK_LEFT, today);
            case EXPIRED_YESTERDAY -> today.minusDays(1);
        };
    }

    private boolean fits(Holder holder, Traits traits) {
        var today = settings.today();
        var holds =
                switch (traits.holding()) {
                    case DRAWN -> traits.quirk() != Quirk.SIGNING_UNDER_15 || holder.hasSigning();
                    case NO_CARD -> !holder.hasCard();
                    case CARD -> holder.hasSigning() && !holder.hasPhone();
                    case CARD_WITHOUT_SIGNING -> holder.hasCard() && !holder.hasSigning();
                    case CARD_AND_PHONE -> holder.hasSigning() && holder.hasPhone();
                };
        return holds && (!holder.hasCard() || fits(holder.certificates(), traits.timing(), today));
    }

    private static boolean fits(List<Certificate> certificates, Timing timing, LocalDate today) {
        return certificates.stream().map(Certificate::lastDay).allMatch(lastDay -> switch (timing) {
            case QUIET -> Stages.quiet(today, lastDay) && !Validity.inWindow(lastDay, today);
            case IN_WINDOW -> Stages.quiet(today, lastDay) && Validity.inWindow(lastDay, today);
            default -> true;
        });
    }

    /** Those who died with a reminder due must be reachable: that no mail comes must not have another cause. */
    private ContactKind contact(Group group, int index) {
        return group.told() == Group.Told.NOTHING_EVER
                ? ContactKind.MAIL
                : ContactKind.draw(Draws.of(settings.seed(), Draws.Purpose.CONTACT, index));
    }
}
