package jp.tenkyo.status.prober;

import java.util.Optional;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.prober.core.Observation;

/** Asks a channel about a certificate. */
interface Asking {

    /**
     * Takes no longer than a client would wait.
     *
     * @return empty where this channel cannot be held against the topic for this certificate
     */
    Optional<Observation> ask(StatusRow row) throws InterruptedException;
}
