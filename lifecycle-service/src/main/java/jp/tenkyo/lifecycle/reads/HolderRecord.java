package jp.tenkyo.lifecycle.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is stored of a holder beside the timeline.
 *
 * @param certificates in the order in which they were registered
 */
record HolderRecord(List<CertificateView> certificates) {

    static final HolderRecord NONE = new HolderRecord(List.of());

    /** More than a life needs: two kinds, two carriers, a renewal every five years and some reissues. */
    private static final int CERTIFICATES_MAX = 128;

    HolderRecord with(CertificateView registered) {
        if (certificates.stream().anyMatch(one -> one.certificateId().equals(registered.certificateId()))) {
            return this;
        }
        var all = new ArrayList<>(certificates);
        all.add(registered);
        return new HolderRecord(List.copyOf(all.subList(Math.max(0, all.size() - CERTIFICATES_MAX), all.size())));
    }

    /** What is read again after a crash must not take a certificate back to an earlier version. */
    HolderRecord changing(String certificateId, int version, UnaryOperator<CertificateView> change) {
        return new HolderRecord(certificates.stream()
                .map(one ->
                        one.certificateId().equals(certificateId) && one.version() < version ? change.apply(one) : one)
                .toList());
    }
}
