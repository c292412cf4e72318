package jp.tenkyo.lifecycle.reads;

import java.util.List;
import java.util.Optional;

/** What can be asked. Throws {@link ReadsUnavailableException} or {@link ElsewhereException} where it cannot answer. */
interface Reads {

    /** @param certificateId canonical */
    Optional<CertificateView> certificate(String certificateId);

    Optional<HolderRecord> holder(String holderId);

    /** The last steps of a holder's history, oldest first. */
    List<TimelineStep> timeline(String holderId);

    /**
     * What persons must decide about the certificates of the holders that this instance holds.
     *
     * @param after {@link DecisionPage#next()} of the page before; empty text for the first page
     */
    DecisionPage decisions(String after, int size);

    /** How many records of {@code certificate-status} and {@code certificate-events} are not in the answers yet. */
    long recordsBehind();
}
