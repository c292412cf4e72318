package jp.tenkyo.quickstart;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where everything is. Written to {@code endpoints.json} once all is ready, for programs that drive the quickstart.
 *
 * @param startPage URL, as are lifecycle, notifier, status, registry and mailbox
 * @param kafka host:port, as is smtp
 */
@JsonPropertyOrder({"startPage", "lifecycle", "notifier", "status", "kafka", "registry", "smtp", "mailbox"})
record Endpoints(
        String startPage,
        String lifecycle,
        String notifier,
        String status,
        String kafka,
        String registry,
        String smtp,
        String mailbox) {

    /** @throws IOException if the file cannot be written */
    void write(Path file) throws IOException {
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
        WholeFile.write(file, json + "\n");
    }
}
