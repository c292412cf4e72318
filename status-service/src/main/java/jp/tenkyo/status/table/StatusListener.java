package jp.tenkyo.status.table;

import java.util.List;
import java.util.Set;
import jp.tenkyo.status.core.CertificateId;

/**
 * Told of what the table has taken in, after it is written and before the table says that it is
 * ({@link StatusTable#quietSince}). Called by the one thread that reads the topic: be quick, never wait, hand work on.
 * What it throws ends that thread, and with it all answers.
 */
public interface StatusListener {

    /**
     * @param changes that were taken, in the topic's order; none that is in doubt
     * @param touched whatever was written of them: every certificate of the changes, and those that came in doubt
     */
    void changed(List<Change> changes, Set<CertificateId> touched);

    /** The table was emptied to be built anew: forget everything derived from it. */
    void emptied();
}
