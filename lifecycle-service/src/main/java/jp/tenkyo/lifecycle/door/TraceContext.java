package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Trace context of a request (W3C), carried over to the records that it leads to. What does not have its form is
 * dropped: the standard says to ignore it.
 */
record TraceContext(Optional<String> traceparent, Optional<String> tracestate) {

    static final TraceContext NONE = new TraceContext(Optional.empty(), Optional.empty());

    private static final Pattern PARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7e]{1,512}");

    static TraceContext of(@Nullable String traceparent, @Nullable String tracestate) {
        var parent = Optional.ofNullable(traceparent)
                .filter(text -> PARENT.matcher(text).matches());
        return new TraceContext(
                parent,
                parent.isEmpty()
                        ? Optional.empty()
                        : Optional.ofNullable(tracestate)
                                .filter(text -> STATE.matcher(text).matches()));
    }

    void addTo(Headers headers) {
        traceparent.ifPresent(text -> headers.add("traceparent", text.getBytes(US_ASCII)));
        tracestate.ifPresent(text -> headers.add("tracestate", text.getBytes(US_ASCII)));
    }
}
