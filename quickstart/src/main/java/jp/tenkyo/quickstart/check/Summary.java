package jp.tenkyo.quickstart.check;

import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param tallies of every aspect
 * @param differences the first of each aspect; {@code tallies} counts all
 * @param figures what happened, in numbers, whether right or not
 */
public record Summary(Map<Aspect, Tally> tallies, List<Difference> differences, Map<String, Long> figures) {

    /** Whether what happened is what the rules say. */
    public boolean passed() {
        return tallies.values().stream().allMatch(tally -> tally.differences() == 0);
    }

    /** For a terminal, aligned where a Japanese letter takes two columns. */
    public String table() {
        return new SummaryTable(this).text();
    }

    public String json() {
        return new SummaryJson(this).text();
    }

    /** @param checked things looked at; one of them can differ in several ways */
    public record Tally(long checked, long differences) {

        Tally plus(Tally more) {
            return new Tally(checked + more.checked, differences + more.differences);
        }
    }
}
