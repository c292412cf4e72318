package jp.tenkyo.quickstart.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * One holder's year: what is planned, day by day, until it is done or the year is over. All that is planned happens on
 * a day on which counters are open, and never two things on one day.
 */
final class ResidentYear {

    private final LocalDate begins;
    private final LocalDate ends;
    private final SplittableRandom random;
    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparing(Plan::on).thenComparingInt(Plan::number));
    private final SortedMap<LocalDate, List<YearInput>> inputs = new TreeMap<>();
    private final HolderLife life;
    private int planned;

    /** Something that may happen; where it cannot, by then, nothing is sent. */
    @FunctionalInterface
    interface Occasion {
        List<YearInput> on(LocalDate day);
    }

    private record Plan(LocalDate on, int number, Occasion occasion) {}

    ResidentYear(YearSettings settings, HolderLife life, SplittableRandom random) {
        this.begins = settings.firstDay();
        this.ends = settings.lastDay();
        this.life = life;
        this.random = random;
    }

    HolderLife life() {
        return life;
    }

    SplittableRandom random() {
        return random;
    }

    /** What is sent, by day. */
    SortedMap<LocalDate, List<YearInput>> inputs() {
        return inputs;
    }

    void plan(LocalDate on, Occasion occasion) {
        plans.add(new Plan(on, planned++, occasion));
    }

    /** Draws whether something happens this year, by its rate per 100,000. */
    boolean happens(int per100000) {
        return random.nextInt(100_000) < per100000;
    }

    boolean inPercent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number between these, both included. */
    int days(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    void live() {
        while (!plans.isEmpty()) {
            var next = plans.remove();
            var day = Season.openOnOrAfter(next.on());
            if (next.on().isBefore(begins) || day.isAfter(ends) || life.died()) {
                continue;
            }
            if (!inputs.isEmpty() && !day.isAfter(inputs.lastKey())) {
                plans.add(new Plan(inputs.lastKey().plusDays(1), next.number(), next.occasion()));
                continue;
            }
            life.passTo(day);
            var sent = next.occasion().on(day);
            if (!sent.isEmpty()) {
                inputs.put(day, new ArrayList<>(sent));
            }
        }
        life.passTo(ends);
    }
}
