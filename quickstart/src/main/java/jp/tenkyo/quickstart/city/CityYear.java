package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.quickstart.city.YearLife.Kind;
import org.apache.avro.specific.SpecificRecord;

/**
 * A city's year, day by day, and what the rules make of it: both from the seed, and from nothing that is checked.
 *
 * <p>To be sent: {@link #contactPoints()} and {@link #registrations()} while the clock stands at 00:00 of the first
 * day; then day by day, each day's inputs while it stands at 09:00 of that day, with all decided before it goes on.
 */
public final class CityYear {

    private static final int PER = 100_000;

    /** Of those who move in, this many come from a municipality that does not report their move-out. Assumed. */
    private static final int UNANNOUNCED_PERCENT = 20;

    /** Residents born on a 29 February whose certificates end on 28 February of the year. */
    private static final int LEAP_DAY_RESIDENTS = 8;

    private static final int RECORDS_MAX = 6;

    private final YearSettings settings;
    private final List<YearLife> lives;
    private final SortedMap<LocalDate, List<YearInput>> days = new TreeMap<>();

    private CityYear(YearSettings settings, List<YearLife> lives) {
        this.settings = settings;
        this.lives = lives;
        for (var life : lives) {
            life.inputs()
                    .forEach((day, inputs) ->
                            days.computeIfAbsent(day, _ -> new ArrayList<>()).addAll(inputs));
        }
    }

    public static CityYear generate(YearSettings settings) {
        var residents = settings.residents();
        var movesIn = residents * Rates.MOVES_OUT / PER;
        var born = residents * Rates.BIRTHS / PER;
        var lives = IntStream.range(0, residents + movesIn + born)
                .mapToObj(index -> life(settings, index, residents, movesIn))
                .toList();
        return new CityYear(settings, lives);
    }

    private static YearLife life(YearSettings settings, int index, int residents, int movesIn) {
        if (index < residents) {
            return YearLife.of(settings, resident(settings, index, Places.CHITOSE), Kind.RESIDENT, Places.CHITOSE);
        }
        if (index < residents + movesIn) {
            var from = index % 2 == 0 ? Places.SAPPORO : Places.CHIYODA;
            var kind = index % 100 < UNANNOUNCED_PERCENT ? Kind.MOVES_IN_UNANNOUNCED : Kind.MOVES_IN;
            return YearLife.of(settings, resident(settings, index, from), kind, from);
        }
        return YearLife.of(settings, child(settings, index), Kind.IS_BORN, Places.CHITOSE);
    }

    private static Holder resident(YearSettings settings, int index, String municipality) {
        var random = Draws.of(settings.seed(), Draws.Purpose.RESIDENT, index);
        var today = settings.firstDay();
        var leap = isBornOnLeapDay(settings, index);
        var age = AgePyramid.draw(random);
        var birth = leap
                ? LocalDate.of(1952 + 4 * index, 2, 29)
                : today.minusYears(age).minusDays(random.nextInt(365));
        var number = 1 + random.nextInt(RECORDS_MAX);
        var certificates = leap || random.nextInt(1_000) < AgePyramid.cardsPer1000(age)
                ? wallet(settings, index, municipality, birth, number, random)
                : List.<Certificate>of();
        var latest =
                certificates.stream().mapToInt(Certificate::recordNumber).max().orElse(number);
        return holder(settings, index, birth, latest, certificates);
    }

    private static List<Certificate> wallet(
            YearSettings settings,
            int index,
            String municipality,
            LocalDate birth,
            int number,
            SplittableRandom random) {
        var city = settings.atFirst();
        var yesterday = settings.firstDay().minusDays(1);
        var lastOfFebruary = LocalDate.of(settings.year(), 3, 1).minusDays(1);
        var life = isBornOnLeapDay(settings, index) && lastOfFebruary.getDayOfMonth() == 28
                ? Optional.of(CardLife.endingOn(lastOfFebruary, birth, yesterday, random))
                : CardLife.until(settings.firstDay(), birth, random.nextInt(1_000) < 15, random);
        return life.map(one -> new Wallet(city, index, Traits.DRAWN.from(municipality), birth, one, number)
                        .certificates(random))
                .orElse(List.of());
    }

    private static boolean isBornOnLeapDay(YearSettings settings, int index) {
        return index < LEAP_DAY_RESIDENTS && settings.firstDay().getMonthValue() == 1;
    }

    private static Holder child(YearSettings settings, int index) {
        return holder(settings, index, settings.firstDay(), 1, List.of());
    }

    private static Holder holder(
            YearSettings settings, int index, LocalDate birth, int number, List<Certificate> certificates) {
        return new Holder(
                index,
                Draws.holderId(settings.seed(), index),
                Roster.ORDINARY,
                birth,
                birth.toString(),
                number,
                ContactKind.draw(Draws.of(settings.seed(), Draws.Purpose.CONTACT, index)),
                certificates);
    }

    public YearSettings settings() {
        return settings;
    }

    /**
     * Every certificate held at the beginning, in the order in which a holder's were made. For certificate-requests.
     */
    public Stream<Keyed<CertificateRequestMessage>> registrations() {
        var requests = new Requests(settings.atFirst());
        return lives.stream()
                .map(YearLife::holder)
                .flatMap(holder ->
                        holder.certificates().stream().map(certificate -> requests.message(holder, certificate)));
    }

    /** Where those can be reached who hold a card at some time of the year. For contact-points. */
    public Stream<Keyed<ContactPoint>> contactPoints() {
        return lives.stream()
                .filter(life -> !life.life().held().isEmpty())
                .flatMap(life -> Contacts.of(life.holder()).stream());
    }

    /** {@link #contactPoints()}, then {@link #registrations()}. */
    public Stream<Keyed<? extends SpecificRecord>> population() {
        return Stream.concat(contactPoints(), registrations());
    }

    /** The inputs by day, a holder's in the order in which they must be sent; days without any are left out. */
    public SortedMap<LocalDate, List<YearInput>> days() {
        return days;
    }

    public YearTruth truth() {
        return new YearTruth(lives.stream()
                .sorted(Comparator.comparingInt(life -> life.holder().index()))
                .toList());
    }
}
