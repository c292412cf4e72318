package jp.tenkyo.lifecycle.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of what persons must decide.
 *
 * @param decisions by certificate
 * @param next to ask for the next page with; null on the last
 * @param partitions of certificate-events that this instance holds: the list is of their holders alone
 * @param elsewhere the other instances, as host and port; each lists the holders that it holds
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DecisionPage(
        List<DecisionView> decisions, @Nullable String next, List<Integer> partitions, List<String> elsewhere) {

    static final int SIZE_MAX = 500;

    /**
     * Cuts a page from what was found.
     *
     * @param found one more than the page's size where there is more
     */
    static DecisionPage of(List<DecisionView> found, int size, List<Integer> partitions, List<String> elsewhere) {
        var page = found.stream().limit(size).toList();
        return new DecisionPage(page, found.size() > size ? page.getLast().key() : null, partitions, elsewhere);
    }
}
