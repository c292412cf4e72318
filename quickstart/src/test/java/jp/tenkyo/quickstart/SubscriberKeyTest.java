package jp.tenkyo.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriberKeyTest {

    @TempDir
    private Path folder;

    @Test
    void it_is_made_once_for_its_owner_alone_and_goes_with_the_rest() throws Exception {
        var data = new DataFolder(folder);
        var made = SubscriberKey.in(data);

        assertThat(SubscriberKey.in(data)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(data.subscriberKey()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(made.text()).hasSize(44);
        data.clear();
        assertThat(SubscriberKey.in(data)).isNotEqualTo(made);
    }

    @Test
    void the_service_is_told_its_hash_and_never_the_key() {
        var key = new SubscriberKey("a key");

        assertThat(key.arguments())
                // By printf | sha256sum.
                .contains(
                        "--tenkyo.access.clients[0].api-key-sha256=8fa3aab2faa9b79e0a0398da5b5abd0780142442a5be80b9a64608d718cb1fcd")
                .noneMatch(argument -> argument.contains(key.text()));
        assertThat(key).hasToString("SubscriberKey");
    }
}
