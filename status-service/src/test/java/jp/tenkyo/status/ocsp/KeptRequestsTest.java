package jp.tenkyo.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing has found worth keeping. */
class KeptRequestsTest {

    private static final Path KEPT = Path.of("src/test/fuzz/ocsp");

    static List<Path> kept() throws IOException {
        try (var files = Files.list(KEPT)) {
            return files.sorted().toList();
        }
    }

    @Test
    void there_are_some() throws IOException {
        assertThat(kept()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void is_answered(Path file) throws IOException {
        var request = Files.readAllBytes(file);

        assertThatCode(() -> OcspFuzz.fuzzerTestOneInput(request)).doesNotThrowAnyException();
    }
}
