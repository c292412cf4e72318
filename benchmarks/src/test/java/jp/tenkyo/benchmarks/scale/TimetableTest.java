package jp.tenkyo.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenkyo.benchmarks.bed.Bed;
import jp.tenkyo.benchmarks.latency.Stage;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final long MILLI = 1_000_000;
    private static final int LATE = 40;
    private static final Set<Integer> ALL =
            IntStream.range(0, Bed.LAYOUT.partitions()).boxed().collect(Collectors.toSet());

    private final Stage stage = new Stage(0, 100, 100, 0);

    /** All can be read five milliseconds after they were due, and one after three hundred. */
    private final Timetable table =
            new Timetable(stage, resident -> stage.dueAt(resident) + (resident == LATE ? 300 : 5) * MILLI);

    @Test
    void the_longest_delay_is_that_of_the_one_who_waited_longest() {
        assertThat(table.longest(ALL, 0, stage.dueAt(stage.end()))).isEqualTo(300);
    }

    @Test
    void changes_on_other_partitions_do_not_count() {
        var others = ALL.stream()
                .filter(partition -> partition != Timetable.partitionOf(LATE))
                .collect(Collectors.toSet());
        assertThat(table.longest(others, 0, stage.dueAt(stage.end()))).isEqualTo(5);
    }

    @Test
    void changes_that_were_due_earlier_or_later_do_not_count() {
        assertThat(table.longest(ALL, 0, stage.dueAt(LATE))).isEqualTo(5);
        assertThat(table.longest(ALL, stage.dueAt(LATE + 1), stage.dueAt(stage.end())))
                .isEqualTo(5);
    }

    @Test
    void where_nothing_was_due_nothing_was_late() {
        assertThat(table.longest(ALL, stage.dueAt(stage.end()), Long.MAX_VALUE)).isZero();
    }
}
