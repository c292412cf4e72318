package jp.tenkyo.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Keeps results as JSON, one file for each name. */
record ResultFile(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param measuredAt when measuring began */
    Path write(Result result, Machine machine, Effort effort, Instant measuredAt) throws IOException {
        var json = JSON.createObjectNode()
                .put("name", result.name())
                .put("says", result.says())
                .put("figure", result.figure())
                .put("unit", result.aim().unit())
                .put("aim", result.aim().toString())
                .put("met", result.isMet())
                .put("lowest", result.lowest())
                .put("highest", result.highest())
                .put("effort", effort.name())
                .put("measuredAt", measuredAt.toString());
        var samples = json.putArray("samples");
        result.samples().forEach(samples::add);
        json.putObject("machine")
                .put("processor", machine.processor())
                .put("processors", machine.processors())
                .put("memoryMiB", machine.memoryMiB())
                .put("system", machine.system())
                .put("jvm", machine.jvm())
                .put("load", machine.load());
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(result.name() + ".json"), json.toPrettyString() + "\n");
    }
}
