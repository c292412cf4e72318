package jp.tenkyo.lifecycle.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A history of one holder: what came in, and when.
 *
 * @param name leads back to the seed it was drawn from
 */
record Chronicle(String name, List<Step> steps) {

    /** @param at what the clock says; it may go back */
    record Step(Instant at, Input input) {

        @Override
        public String toString() {
            return Wording.of(at) + "  " + Wording.of(input);
        }
    }

    /** This history less one step, once for each step. */
    Stream<Chronicle> shorter() {
        return IntStream.range(0, steps.size()).mapToObj(index -> {
            var fewer = new ArrayList<>(steps);
            fewer.remove(index);
            return new Chronicle(name, fewer);
        });
    }

    @Override
    public String toString() {
        return steps.stream().map(step -> "  " + step + "\n").collect(Collectors.joining("", name + "\n", ""));
    }
}
