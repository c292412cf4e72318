package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.contract.RecordTrace;
import org.junit.jupiter.api.Test;

/** What events tell of one record, held against the last number that its source has. */
class RecordStandingTest {

    private static final String CHITOSE = "012246";

    private final RecordStanding standing = new RecordStanding(new SourceRecord(2, "h-1", CHITOSE, 9));

    @Test
    void of_which_nothing_came_is_never_seen() {
        assertThat(codes()).containsExactly("NEVER_SEEN");
    }

    @Test
    void the_highest_number_counts_in_whatever_order_they_came() {
        seen(8, 3);
        assertThat(codes()).containsExactly("BEHIND");
        assertThat(details()).containsExactly("届いているのは8までです");
        seen(9, 4);
        assertThat(codes()).isEmpty();
        assertThat(standing.isAhead()).isFalse();
        seen(10);
        assertThat(codes()).isEmpty();
        assertThat(standing.isAhead()).isTrue();
    }

    @Test
    void a_gap_is_there_until_its_last_number_has_come() {
        seen(2, 9);
        standing.take(new RecordTrace.GapOpened(CHITOSE, Optional.of(3), Optional.of(8)));
        assertThat(details()).containsExactly("届いていない番号があります(3-8)");
        closed(5, 5);
        closed(8, 4);
        assertThat(details()).containsExactly("届いていない番号があります(3-4 6-7)");
        closed(3, 3);
        closed(4, 2);
        closed(7, 1);
        assertThat(details()).containsExactly("届いていない番号があります(6)");
        closed(6, 0);
        assertThat(codes()).isEmpty();
    }

    @Test
    void more_gaps_than_are_kept_are_told_until_nothing_is_missing() {
        seen(9);
        standing.take(new RecordTrace.GapOpened(CHITOSE, Optional.of(3), Optional.of(3)));
        standing.take(new RecordTrace.GapOpened(CHITOSE, Optional.empty(), Optional.empty()));
        assertThat(details()).containsExactly("届いていない番号があります(3 ほか)");
        standing.take(new RecordTrace.GapClosed(CHITOSE, 3, Optional.empty()));
        assertThat(details()).containsExactly("届いていない番号があります(ほか)");
        closed(5, 0);
        assertThat(codes()).isEmpty();
    }

    @Test
    void one_may_be_behind_and_have_a_gap() {
        seen(7);
        standing.take(new RecordTrace.GapOpened(CHITOSE, Optional.of(2), Optional.of(6)));
        assertThat(codes()).containsExactly("BEHIND", "GAP");
    }

    private void seen(int... numbers) {
        for (var number : numbers) {
            standing.take(new RecordTrace.Seen(CHITOSE, number));
        }
    }

    private void closed(int number, int stillMissing) {
        standing.take(new RecordTrace.GapClosed(CHITOSE, number, Optional.of(stillMissing)));
    }

    private List<String> codes() {
        return standing.differences().stream().map(Fault::code).toList();
    }

    private List<String> details() {
        return standing.differences().stream().map(Fault::detail).toList();
    }
}
