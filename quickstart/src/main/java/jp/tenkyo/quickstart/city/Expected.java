package jp.tenkyo.quickstart.city;

import java.util.List;
import java.util.Set;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RevocationReason;
import org.jspecify.annotations.Nullable;

/** What must have come of the city's day. Every expectation names the situation that it follows from. */
public sealed interface Expected {

    /** The situation, and the row where one is the cause. */
    String because();

    /** Where a certificate must end. */
    record OfCertificate(
            String certificateId,
            String holderId,
            CertificateState status,
            @Nullable RevocationReason reason,
            String because)
            implements Expected {}

    /**
     * How an input must be answered.
     *
     * @param answers one for each time that it was sent, in that order
     */
    record OfInput(String inputId, List<Answer> answers, String because) implements Expected {}

    /**
     * @param outcomes each of which is right
     * @param code that the outcome must have, null where the rules name none
     * @param findings codes of all that must be found, and nothing else
     */
    record Answer(Set<Outcome> outcomes, @Nullable String code, Set<String> findings) {}

    /**
     * What a holder must be told.
     *
     * @param min 0 where the rules leave it open
     * @param outcome how the delivery must end
     */
    record OfNotice(
            String holderId,
            Carrier carrier,
            NoticeStage stage,
            int min,
            int max,
            DeliveryOutcome outcome,
            List<String> certificateIds,
            String because)
            implements Expected {

        /** Whether it falls due by date, and only for certificates that were registered before. */
        public boolean isReminder() {
            return switch (stage) {
                case WINDOW_OPENED, ONE_MONTH_LEFT, ONE_WEEK_LEFT, EXPIRED -> true;
                case SIGNING_REVOKED,
                        AUTHENTICATION_ENDED,
                        RECORD_ERROR,
                        ON_HOLD,
                        ISSUER_COMPROMISED,
                        RENEWED,
                        UNKNOWN -> false;
            };
        }
    }

    /** A row that the door must refuse. */
    record OfRefusal(String eventId, String because) implements Expected {}
}
