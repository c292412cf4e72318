package jp.tenkyo.quickstart.city;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.ChangeReason;

/** Puts together what the groups say, holder by holder. */
final class CityTruth implements Truth {

    private final CitySettings settings;
    private final Holders holders;
    private final Rows rows;
    private final ExpectedStatuses statuses;
    private final ExpectedAnswers answers;

    CityTruth(CitySettings settings, Holders holders) {
        this.settings = settings;
        this.holders = holders;
        this.rows = new Rows(settings);
        var requests = new Requests(settings);
        this.statuses = new ExpectedStatuses(settings, requests, rows);
        this.answers = new ExpectedAnswers(settings, requests, rows);
    }

    @Override
    public Stream<Expected.OfCertificate> certificates() {
        return holders.all().flatMap(statuses::of);
    }

    @Override
    public Stream<Expected.OfInput> inputs() {
        return holders.all().flatMap(answers::of);
    }

    @Override
    public Stream<Expected.OfNotice> notices() {
        var notices = new ExpectedNotices(settings, rows);
        return holders.all().flatMap(notices::of);
    }

    @Override
    public Stream<Expected.OfRefusal> refusals() {
        return grouped()
                .flatMap(holder -> rows.of(holder).stream())
                .filter(row -> row.pattern().isRefused())
                .map(row -> new Expected.OfRefusal(
                        row.eventId(), row.holder().group().name()));
    }

    @Override
    public Map<String, String> deaths() {
        return grouped().filter(CityTruth::dies).collect(Collectors.toMap(Holder::holderId, rows::eventId));
    }

    @Override
    public Set<String> renumbered() {
        var residents = settings.residents();
        return IntStream.range(residents - holders.roster().bulk(), residents)
                .mapToObj(index -> Draws.holderId(settings.seed(), index))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Instant remindersAt() {
        return settings.remindersAt();
    }

    private Stream<Holder> grouped() {
        return IntStream.range(0, holders.roster().grouped()).mapToObj(holders::of);
    }

    private static boolean dies(Holder holder) {
        List<RowPattern> patterns = holder.group().rows();
        return patterns.stream().anyMatch(row -> row.reason() == ChangeReason.DIED);
    }
}
