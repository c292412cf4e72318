package jp.tenkyo.lifecycle.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person must decide, as it is answered and stored.
 *
 * @param finding code of the finding that left it open
 * @param since when it was recorded
 * @param inputId of the input that led to it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DecisionView(
        String certificateId,
        String holderId,
        String finding,
        Instant since,
        @Nullable String inputId) {

    boolean isAbout(String certificate, String code) {
        return certificateId.equals(certificate) && finding.equals(code);
    }

    /** Oldest first; the rest tells apart what was recorded in the same millisecond. */
    String key() {
        return "%016x/%s/%s".formatted(since.toEpochMilli(), certificateId, finding);
    }
}
