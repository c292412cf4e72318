package jp.tenkyo.quickstart;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenkyo.quickstart.city.CityYear;
import jp.tenkyo.quickstart.city.Keyed;
import jp.tenkyo.quickstart.city.YearInput;
import jp.tenkyo.quickstart.year.YearCheck;
import jp.tenkyo.quickstart.year.YearFigures;
import jp.tenkyo.quickstart.year.YearReader;
import jp.tenkyo.quickstart.year.YearReport;

/**
 * Plays a city's year. On each day the clock is set to 09:00, all that is due is decided and told, then the day's
 * inputs are sent, decided and told, and only then does the clock go on: so the year ends the same, however fast it
 * goes.
 */
final class YearPlay {

    private static final Duration LOOK_EVERY = Duration.ofMillis(15);
    private static final double NANOS_PER_SECOND = 1e9;

    private final CityYear city;
    private final Stack stack;
    private final Progress progress;
    private final Console console;
    private final BusinessClock clock;

    YearPlay(CityYear city, Stack stack, BusinessClock clock, Progress progress, Console console) {
        this.city = city;
        this.stack = stack;
        this.progress = progress;
        this.console = console;
        this.clock = clock;
    }

    YearReport play() throws Exception {
        double seconds;
        try (var sender =
                        new Sender(stack.endpoints().kafka(), stack.endpoints().registry());
                var door = new ChangeDoor(stack.endpoints().lifecycle())) {
            var total = city.registrations().count();
            new Loading(stack, progress, console).load(sender, total, city.population());
            awaitQuiet();
            var began = System.nanoTime();
            playDays(sender, door);
            seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        }
        progress.enter(Phase.CHECKING);
        return report(seconds);
    }

    private void playDays(Sender sender, ChangeDoor door) throws Exception {
        progress.enter(Phase.PLAYING);
        var first = city.settings().firstDay();
        var lastDay = city.settings().lastDay();
        var days = lastDay.toEpochDay() - first.toEpochDay() + 1;
        try (var bar = new Bar(String.valueOf(city.settings().year()), days, progress)) {
            for (var month : months(first, lastDay)) {
                console.step(month.getFirst().toString().substring(0, "2026-01".length()), () -> {
                    var sent = 0;
                    for (var day : month) {
                        sent += playDay(day, sender, door);
                        bar.reached(day.toEpochDay() - first.toEpochDay() + 1);
                    }
                    return "%,d inputs".formatted(sent);
                });
            }
        }
    }

    private static List<List<LocalDate>> months(LocalDate first, LocalDate lastDay) {
        return first
                .datesUntil(lastDay.plusDays(1))
                .collect(Collectors.groupingBy(LocalDate::getMonthValue, java.util.TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .toList();
    }

    private int playDay(LocalDate day, Sender sender, ChangeDoor door) throws IOException, InterruptedException {
        clock.set(day.atTime(Play.Year.STOPS_AT).atZone(Play.TOKYO).toInstant());
        awaitQuiet();
        var inputs = city.days().getOrDefault(day, List.of());
        if (!inputs.isEmpty()) {
            door.send(of(inputs, YearInput.OfRecord.class)
                    .map(YearInput.OfRecord::change)
                    .toList());
            sender.sendRequests(
                    of(inputs, YearInput.OfCertificate.class).map(one -> new Keyed<>(one.holderId(), one.message())),
                    _ -> {});
            awaitQuiet();
        }
        return inputs.size();
    }

    private static <T extends YearInput> Stream<T> of(List<YearInput> inputs, Class<T> kind) {
        return inputs.stream().filter(kind::isInstance).map(kind::cast);
    }

    /**
     * Waits until all that was sent and all that is due is decided, every notice has its end, and the decisions know of
     * it.
     */
    private void awaitQuiet() throws IOException, InterruptedException {
        var since = Instant.now();
        while (!(clock.look().caughtUp()
                && stack.reader().nothingToBeTold()
                && clock.look().caughtUp())) {
            stack.services().failIfEnded();
            if (Duration.between(since, Instant.now()).compareTo(Loading.STANDSTILL_MAX) > 0) {
                throw stack.services().standsStill("the clock stands at " + clock.look());
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private YearReport report(double seconds) {
        var truth = city.truth();
        try (var reader =
                new YearReader(stack.endpoints().kafka(), stack.endpoints().registry())) {
            var facts = reader.read();
            var settings = city.settings();
            var loaded = city.registrations().map(one -> one.value().getId()).collect(Collectors.toUnmodifiableSet());
            var mails = stack.mails().ledger().stream()
                    .map(jp.tenkyo.quickstart.check.Mail::messageId)
                    .toList();
            return new YearReport(
                    settings,
                    seconds,
                    truth.inputs().values().stream().mapToInt(Integer::intValue).sum(),
                    YearFigures.of(facts, settings.firstDay(), settings.lastDay(), loaded),
                    facts,
                    new YearCheck(truth, facts).all(mails));
        }
    }
}
