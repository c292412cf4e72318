package jp.tenkyo.lifecycle.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import jp.tenkyo.lifecycle.contract.Outgoing;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Keeps what is sent, or fails as told. */
final class RecordingOutbox implements Outbox {

    private final List<Outgoing> sent = new ArrayList<>();
    private final List<TraceContext> traces = new ArrayList<>();
    private @Nullable Supplier<RuntimeException> failure;

    void failWith(Supplier<RuntimeException> failure) {
        this.failure = failure;
    }

    @Override
    public void sendAll(List<Outgoing> records, TraceContext trace) {
        if (failure != null) {
            throw failure.get();
        }
        sent.addAll(records);
        traces.add(trace);
    }

    List<Outgoing> sent() {
        return sent;
    }

    /** Value of the last record sent. */
    <T extends SpecificRecord> T lastValue(Class<T> type) {
        return type.cast(Objects.requireNonNull(sent.getLast().value()));
    }

    List<TraceContext> traces() {
        return traces;
    }
}
