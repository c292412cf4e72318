package jp.tenkyo.status.webhooks;

import java.time.Duration;
import java.util.Optional;

/** What came of an attempt. */
sealed interface Outcome {

    record Delivered() implements Outcome {}

    /** 410: the receiver wants nothing more. */
    record Gone() implements Outcome {}

    /**
     * @param how a status or a kind of failure, without anything the receiver wrote
     * @param retryAfter how long it asks to be left alone
     */
    record Failed(String how, Optional<Duration> retryAfter) implements Outcome {

        static Failed because(String how) {
            return new Failed(how, Optional.empty());
        }
    }
}
