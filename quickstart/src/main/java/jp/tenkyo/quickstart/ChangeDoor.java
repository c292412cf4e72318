package jp.tenkyo.quickstart;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tenkyo.avro.ResidentChange;

/** Hands changes in over REST, as a municipality's system would. */
final class ChangeDoor implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int AT_ONCE_MAX = 1_000;
    private static final int ACCEPTED = 202;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI uri;

    ChangeDoor(String lifecycleUrl) {
        this.uri = URI.create(lifecycleUrl + "/resident-changes");
    }

    /** @throws IOException if the door refuses one of them */
    void send(List<ResidentChange> changes) throws IOException, InterruptedException {
        for (var from = 0; from < changes.size(); from += AT_ONCE_MAX) {
            post(changes.subList(from, Math.min(changes.size(), from + AT_ONCE_MAX)));
        }
    }

    private void post(List<ResidentChange> changes) throws IOException, InterruptedException {
        var body =
                json.writeValueAsString(changes.stream().map(ChangeDoor::form).toList());
        var answer = client.send(
                HttpRequest.newBuilder(uri)
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != ACCEPTED) {
            throw new IOException("The door for changes answers %d: %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    private static Map<String, Object> form(ResidentChange change) {
        var form = new LinkedHashMap<String, Object>();
        form.put("eventId", change.getEventId());
        form.put("holderId", change.getHolderId());
        form.put("municipality", change.getMunicipality());
        form.put("recordNumber", change.getRecordNumber());
        form.put("reason", change.getReason().name());
        form.put("changed", change.getChanged().stream().map(Enum::name).toList());
        form.put("eventDate", change.getEventDate().toString());
        form.put("processedDate", change.getProcessedDate().toString());
        var planned = change.getPlannedMoveOutDate();
        if (planned != null) {
            form.put("plannedMoveOutDate", planned.toString());
        }
        var continued = change.getContinuedUse();
        if (continued != null) {
            form.put("continuedUse", continued);
        }
        return form;
    }

    @Override
    public void close() {
        client.close();
    }
}
