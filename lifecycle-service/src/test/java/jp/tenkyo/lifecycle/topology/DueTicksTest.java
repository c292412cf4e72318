package jp.tenkyo.lifecycle.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What falls due is decided in bounded parts, between which inputs have their turn. */
class DueTicksTest {

    private static final Instant ALL_EXPIRED = Instant.parse("2030-02-17T15:00:00Z");

    @TempDir
    private Path folder;

    private DrivenTask task;

    @BeforeEach
    void start() throws Exception {
        task = new DrivenTask(folder);
    }

    @AfterEach
    void stop() {
        task.close();
    }

    @Test
    void time_bounds_a_tick_and_each_goes_on_by_one_holder_at_least() {
        task.begin(Duration.ofNanos(1));
        task.register(DrivenTask.KEY, DrivenTask.holders(3));
        task.drain();
        task.clock().set(ALL_EXPIRED);

        task.tick();
        assertThat(task.statuses()).containsExactly("h-0 2 EXPIRED");
        task.tick();
        assertThat(task.statuses()).containsExactly("h-1 2 EXPIRED");
        task.tick();
        assertThat(task.statuses()).containsExactly("h-2 2 EXPIRED");
        task.tick();
        assertThat(task.statuses()).isEmpty();
    }

    @Test
    void with_time_enough_all_are_decided_in_one() {
        task.begin(Duration.ofMinutes(1));
        task.register(DrivenTask.KEY, DrivenTask.holders(3));
        task.drain();
        task.clock().set(ALL_EXPIRED);

        task.tick();
        assertThat(task.statuses()).containsExactly("h-0 2 EXPIRED", "h-1 2 EXPIRED", "h-2 2 EXPIRED");
    }
}
