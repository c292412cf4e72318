package jp.tenkyo.quickstart.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what a comparison finds: counts everything, keeps a bounded number of differences for each aspect. */
final class Findings {

    private static final int KEPT_FOR_EACH_ASPECT = 20;

    private final Map<Aspect, Summary.Tally> tallies = new EnumMap<>(Aspect.class);
    private final List<Difference> kept = new ArrayList<>();

    Findings() {
        for (var aspect : Aspect.values()) {
            tallies.put(aspect, new Summary.Tally(0, 0));
        }
    }

    /** One more thing of that aspect was looked at. */
    void looked(Aspect aspect) {
        tallies.merge(aspect, new Summary.Tally(1, 0), Summary.Tally::plus);
    }

    void differs(Aspect aspect, String subject, String expected, String found, String because) {
        var before = tallies.merge(aspect, new Summary.Tally(0, 1), Summary.Tally::plus);
        if (before.differences() <= KEPT_FOR_EACH_ASPECT) {
            kept.add(new Difference(aspect, subject, expected, found, because));
        }
    }

    Map<Aspect, Summary.Tally> tallies() {
        return tallies;
    }

    List<Difference> kept() {
        return kept;
    }
}
