package jp.tenkyo.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    private Path folder;

    private Process child;

    @BeforeEach
    void start_a_child() throws IOException {
        child = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void end_the_child() {
        child.destroyForcibly();
    }

    @Test
    void what_a_killed_run_left_behind_is_ended() throws Exception {
        var file = folder.resolve("processes");
        Leftovers.record(file);

        assertThat(Leftovers.end(file)).isPositive();

        assertThat(child.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_process_that_has_got_the_id_of_one_of_ours_is_left_alone() throws Exception {
        var file = Files.writeString(folder.resolve("processes"), child.pid() + " 2001-01-01T00:00:00Z\n");

        assertThat(Leftovers.end(file)).isZero();

        assertThat(child.isAlive()).isTrue();
    }
}
