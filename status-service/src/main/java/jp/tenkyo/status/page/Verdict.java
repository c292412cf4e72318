package jp.tenkyo.status.page;

import java.time.Instant;
import jp.tenkyo.status.core.Reason;

/** What the page says of a certificate. No more than OCSP would tell anybody. */
sealed interface Verdict {

    record Good() implements Verdict {}

    record Revoked(Instant since, Reason reason) implements Verdict {}

    record OnHold(Instant since) implements Verdict {}

    record Expired() implements Verdict {}

    /** None of our issuers has reported it. */
    record Unknown() implements Verdict {}

    /** Nothing can be said now: the table is stale, or something came of this certificate that cannot be read. */
    record NotNow() implements Verdict {}

    /** There is nothing to look up. */
    record NotAsked(Problem problem) implements Verdict {}

    /** What is wrong with what was sent. */
    enum Problem {
        NOTHING_SENT,
        TOO_LARGE,
        PRIVATE_KEY,
        NOT_A_CERTIFICATE,
        DAMAGED,
        SEVERAL,
        NOT_OUR_ISSUER,
        BAD_SERIAL
    }
}
