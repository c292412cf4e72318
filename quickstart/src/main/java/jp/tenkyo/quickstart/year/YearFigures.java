package jp.tenkyo.quickstart.year;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.Outcome;

/** What happened on each day of the year, counted from the topics. */
public final class YearFigures {

    /** Layers of revocations, in the order of the plot. */
    static final List<Series> REVOCATIONS = List.of(
            Series.MOVES,
            Series.RECORD,
            Series.DEATH,
            Series.LEFT,
            Series.TIMER,
            Series.SUPERSEDED,
            Series.PHONE,
            Series.OTHER);

    static final List<Series> RENEWALS = List.of(Series.RENEWALS_DUE, Series.RENEWALS_DONE, Series.REPLACED);
    static final List<Series> NOTICES = List.of(
            Series.SIGNING_REVOKED,
            Series.RENEWED,
            Series.WINDOW_OPENED,
            Series.ONE_MONTH_LEFT,
            Series.ONE_WEEK_LEFT,
            Series.EXPIRED,
            Series.OTHER_NOTICES);
    static final List<Series> ALIVE = List.of(Series.CARD_AUTHENTICATION, Series.CARD_SIGNING, Series.PHONE_BOTH);

    private final SortedMap<LocalDate, Map<Series, Integer>> days = new TreeMap<>();
    private final LocalDate first;
    private final LocalDate last;

    private YearFigures(LocalDate first, LocalDate last) {
        this.first = first;
        this.last = last;
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, new EnumMap<>(Series.class)));
    }

    /** @param loaded inputs of the beginning, which are no event of the year */
    public static YearFigures of(YearFacts facts, LocalDate first, LocalDate last, Set<String> loaded) {
        var figures = new YearFigures(first, last);
        facts.revocations().forEach(one -> figures.add(one.on(), Series.ofCause(one.cause()), 1));
        facts.notices().values().forEach(figures::addNotice);
        facts.outcomes().forEach((id, outcomes) -> {
            if (!loaded.contains(id)) {
                outcomes.stream()
                        .filter(one -> one.outcome() == Outcome.ACCEPTED)
                        .forEach(figures::addRequest);
            }
        });
        figures.addAlive(facts);
        return figures;
    }

    public SortedMap<LocalDate, Map<Series, Integer>> days() {
        return days;
    }

    int on(LocalDate day, Series series) {
        return days.getOrDefault(day, Map.of()).getOrDefault(series, 0);
    }

    /** Of the whole year; of what is alive, the last day's. */
    public Map<Series, Integer> totals() {
        var totals = new EnumMap<Series, Integer>(Series.class);
        days.values().forEach(day -> day.forEach((series, count) -> totals.merge(series, count, Integer::sum)));
        ALIVE.forEach(series -> totals.put(series, on(last, series)));
        return totals;
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return last;
    }

    private void addNotice(YearFacts.Planned notice) {
        add(notice.on(), layerOf(notice.stage()), 1);
        if (notice.stage() == NoticeStage.WINDOW_OPENED) {
            add(notice.on(), Series.RENEWALS_DUE, notice.certificateIds().size());
        }
    }

    private static Series layerOf(NoticeStage stage) {
        return switch (stage) {
            case SIGNING_REVOKED -> Series.SIGNING_REVOKED;
            case RENEWED -> Series.RENEWED;
            case WINDOW_OPENED -> Series.WINDOW_OPENED;
            case ONE_MONTH_LEFT -> Series.ONE_MONTH_LEFT;
            case ONE_WEEK_LEFT -> Series.ONE_WEEK_LEFT;
            case EXPIRED -> Series.EXPIRED;
            case AUTHENTICATION_ENDED, RECORD_ERROR, ON_HOLD, ISSUER_COMPROMISED, UNKNOWN -> Series.OTHER_NOTICES;
        };
    }

    private void addRequest(YearFacts.Decided decided) {
        if (decided.type().equals("RENEW")) {
            add(decided.on(), Series.RENEWALS_DONE, 1);
        } else if (decided.type().equals("ISSUE")) {
            add(decided.on(), Series.REPLACED, 1);
        }
    }

    private void addAlive(YearFacts facts) {
        facts.statuses().values().forEach(statuses -> {
            var layer = layerOf(statuses.getFirst());
            var from = statuses.getFirst().on();
            var until = statuses.stream()
                    .filter(one -> one.state() == CertificateState.REVOKED || one.state() == CertificateState.EXPIRED)
                    .map(YearFacts.Status::on)
                    .findFirst()
                    .orElse(last.plusDays(1));
            for (var day = from; day.isBefore(until); day = day.plusDays(1)) {
                add(day, layer, 1);
            }
        });
    }

    private static Series layerOf(YearFacts.Status status) {
        if (status.carrier() == Carrier.PHONE) {
            return Series.PHONE_BOTH;
        }
        return status.kind() == CertificateKind.SIGNING ? Series.CARD_SIGNING : Series.CARD_AUTHENTICATION;
    }

    private void add(LocalDate day, Series series, int more) {
        var counts = days.get(day);
        if (counts != null) {
            counts.merge(series, more, Integer::sum);
        }
    }
}
