package jp.tenkyo.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTest {

    @TempDir
    private Path folder;

    @Test
    void the_service_does_not_start_on_issuers_that_it_cannot_read_and_says_which(CapturedOutput output) {
        var missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> SpringApplication.run(
                        LifecycleApplication.class,
                        "--server.port=0",
                        "--tenkyo.state-folder=" + folder,
                        "--tenkyo.issuers[0].file=" + missing))
                .isNotNull();

        assertThat(output)
                .contains("tenkyo.issuers: " + missing + " is not there. Correct its path.")
                .contains("certificates of every issuer are taken");
    }
}
