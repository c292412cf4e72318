package jp.tenkyo.lifecycle.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is stored of a holder beside the timeline.
 *
 * @param certificates in the order in which they were registered
 * @param steps that the timeline has had so far
 * @param lastOffset of {@code certificate-events} that is in here: what is read again after a crash is passed over
 */
record HolderRecord(List<CertificateView> certificates, long steps, long lastOffset) {

    static final HolderRecord NONE = new HolderRecord(List.of(), 0, -1);

    /** More than a life needs: two kinds, two carriers, a renewal every five years and some reissues. */
    private static final int CERTIFICATES_MAX = 128;

    HolderRecord with(CertificateView registered) {
        var all = new ArrayList<>(certificates);
        all.removeIf(one -> one.certificateId().equals(registered.certificateId()));
        all.add(registered);
        return new HolderRecord(
                List.copyOf(all.subList(Math.max(0, all.size() - CERTIFICATES_MAX), all.size())), steps, lastOffset);
    }

    HolderRecord changing(String certificateId, UnaryOperator<CertificateView> change) {
        var all = certificates.stream()
                .map(one -> one.certificateId().equals(certificateId) ? change.apply(one) : one)
                .toList();
        return new HolderRecord(all, steps, lastOffset);
    }

    HolderRecord at(long offset, long stepsThen) {
        return new HolderRecord(certificates, stepsThen, offset);
    }
}
