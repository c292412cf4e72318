package jp.tenkyo.lifecycle.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a holder's history: what came in, or that an instant was reached, and what followed.
 *
 * @param cause INPUT or DUE
 * @param input what came in; null when due
 * @param outcome ACCEPTED, UNCHANGED or REJECTED; null when due
 * @param rules of the rule book, as section and row
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TimelineStep(
        Instant recordedAt,
        String cause,
        @Nullable Input input,
        @Nullable String outcome,
        @Nullable String code,
        List<String> rules,
        List<Finding> findings,
        List<Happened> events) {

    static final String INPUT = "INPUT";
    static final String DUE = "DUE";

    /** What came in. All but its id is known once it is decided. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Input(
            String inputId,
            @Nullable String inputType,
            @Nullable String topic,
            @Nullable String municipality,
            @Nullable Integer recordNumber) {}

    /** Something that a person should look at. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(
            String code,
            @Nullable String expected,
            @Nullable String found) {}

    /**
     * What happened to a certificate, or to a PIN.
     *
     * @param effectiveOn of a change that waits
     * @param pin as it stands since
     * @param finding that a person must decide about, or has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Happened(
            String type,
            @Nullable String certificateId,
            @Nullable Integer version,
            @Nullable String reason,
            @Nullable String changeReason,
            @Nullable LocalDate effectiveOn,
            @Nullable PinView pin,
            @Nullable String finding) {}

    /**
     * Whether the other step is a part of this one: the same input not yet decided, or the same look at what is due.
     */
    boolean isContinuedBy(TimelineStep other) {
        return cause.equals(other.cause)
                && recordedAt.equals(other.recordedAt)
                && (outcome == null || outcome.equals(other.outcome))
                && (input == null
                        ? other.input == null
                        : other.input != null && input.inputId().equals(other.input.inputId()));
    }

    TimelineStep with(TimelineStep other) {
        return new TimelineStep(
                recordedAt,
                cause,
                other.input,
                other.outcome,
                other.code,
                joined(rules, other.rules),
                joined(findings, other.findings),
                joined(events, other.events));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
