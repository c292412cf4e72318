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

    String key() {
        return key(certificateId, finding);
    }

    /** All that the event which settles it names: one that is read again after a crash still finds it. */
    static String key(String certificateId, String finding) {
        return certificateId + "/" + finding;
    }
}
