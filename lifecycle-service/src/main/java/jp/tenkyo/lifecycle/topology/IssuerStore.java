package jp.tenkyo.lifecycle.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The compromised keys that a task knows, and beside them which of these still give it work. */
final class IssuerStore {

    /** No key id: those are 40 hex digits. */
    private static final String OPEN = "open";

    private final KeyValueStore<String, byte[]> entries;

    IssuerStore(ProcessorContext<?, ?> context) {
        this.entries = context.getStateStore(Stores.ISSUERS);
    }

    Optional<IssuerWalk> find(String issuerKeyId) {
        return Optional.ofNullable((byte @Nullable []) entries.get(issuerKeyId)).map(IssuerWalk::of);
    }

    void keep(String issuerKeyId, IssuerWalk walk) {
        entries.put(issuerKeyId, walk.bytes());
    }

    /** Keys whose walk goes on, or whose progress is not told yet; with none, one look and nothing more. */
    List<String> open() {
        var found = (byte @Nullable []) entries.get(OPEN);
        return found == null ? List.of() : List.of(new String(found, UTF_8).split(",", -1));
    }

    void open(String issuerKeyId) {
        var open = new ArrayList<>(open());
        if (!open.contains(issuerKeyId)) {
            open.add(issuerKeyId);
            keepOpen(open);
        }
    }

    void close(String issuerKeyId) {
        keepOpen(open().stream().filter(one -> !one.equals(issuerKeyId)).toList());
    }

    private void keepOpen(List<String> open) {
        if (open.isEmpty()) {
            entries.delete(OPEN);
        } else {
            entries.put(OPEN, String.join(",", open).getBytes(UTF_8));
        }
    }
}
