package jp.tenkyo.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    private DataFolder data;

    @BeforeEach
    void set_up() {
        data = new DataFolder(folder);
    }

    @Test
    void what_was_prepared_can_be_used_again() throws IOException {
        prepare();

        assertThat(data.isUsable()).isTrue();
    }

    @Test
    void records_without_their_schemas_are_worth_nothing() throws IOException {
        prepare();
        Files.delete(data.registry());

        assertThat(data.isUsable()).isFalse();
    }

    @Test
    void half_a_city_is_not_gone_on_with() throws IOException {
        prepare();
        Files.writeString(data.playing(), "");

        assertThat(data.isUsable()).isFalse();
    }

    @Test
    void clearing_leaves_what_is_not_ours() throws IOException {
        prepare();
        var foreign = Files.writeString(folder.resolve("letter-to-grandmother.txt"), "Dear");

        data.clear();

        assertThat(folder).isDirectoryContaining(foreign::equals);
        assertThat(data.kafka()).doesNotExist();
        assertThat(data.registry()).doesNotExist();
    }

    @Test
    void a_second_run_in_the_same_folder_is_told_who_runs_there() throws IOException {
        try (var first = RunLock.take(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> RunLock.take(data))
                    .isInstanceOf(CannotRunException.class)
                    .hasMessageContaining("running already")
                    .hasMessageContaining("kill " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void the_folder_is_free_again_after_the_run() throws IOException {
        RunLock.take(data).close();

        try (var second = RunLock.take(data)) {
            assertThat(second).isNotNull();
        }
    }

    @Test
    void endpoints_are_written_with_the_keys_that_programs_rely_on() throws IOException {
        var endpoints =
                new Endpoints("http://s", "http://l", "http://n", "http://t", "k:1", "http://r", "m:2", "http://b");

        endpoints.write(data.endpoints());

        assertThat(data.endpoints()).hasContent("""
                {
                  "startPage" : "http://s",
                  "lifecycle" : "http://l",
                  "notifier" : "http://n",
                  "status" : "http://t",
                  "kafka" : "k:1",
                  "registry" : "http://r",
                  "smtp" : "m:2",
                  "mailbox" : "http://b"
                }
                """);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    private void prepare() throws IOException {
        Files.createDirectories(data.kafka());
        Files.createDirectories(data.registry());
        Files.writeString(data.prepared(), "");
    }
}
