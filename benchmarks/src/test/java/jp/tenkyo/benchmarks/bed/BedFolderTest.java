package jp.tenkyo.benchmarks.bed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BedFolderTest {

    @TempDir
    private Path parent;

    @Test
    void what_a_killed_run_has_left_behind_is_deleted_when_the_next_begins() throws Exception {
        var left = Files.createDirectories(parent.resolve("bed-1"));
        Files.writeString(left.resolve("owner"), "");
        Files.writeString(left.resolve("log"), "some records");
        try (var _ = BedFolder.in(parent)) {
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void what_is_in_use_stays_until_it_is_closed() throws Exception {
        var first = BedFolder.in(parent);
        try (var second = BedFolder.in(parent)) {
            assertThat(first.path()).exists().isNotEqualTo(second.path());
        }
        first.close();
        assertThat(first.path()).doesNotExist();
    }

    @Test
    void other_folders_are_left_alone() throws Exception {
        var results = Files.createDirectories(parent.resolve("results"));
        BedFolder.in(parent).close();
        assertThat(results).exists();
    }
}
