package jp.tenkyo.lifecycle.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What is stored of a holder beside the timeline.
 *
 * @param certificates in the order in which they were registered
 * @param pins of which anything was ever told
 */
record HolderRecord(List<CertificateView> certificates, List<PinView> pins) {

    static final HolderRecord NONE = new HolderRecord(List.of(), List.of());

    /** More than a life needs: two kinds, two carriers, a renewal every five years and some reissues. */
    private static final int CERTIFICATES_MAX = 128;

    /** Records stored by earlier versions have no PINs. */
    HolderRecord {
        pins = Objects.requireNonNullElse(pins, List.of());
    }

    HolderRecord with(CertificateView registered) {
        if (certificates.stream().anyMatch(one -> one.certificateId().equals(registered.certificateId()))) {
            return this;
        }
        var all = new ArrayList<>(certificates);
        all.add(registered);
        return withCertificates(List.copyOf(all.subList(Math.max(0, all.size() - CERTIFICATES_MAX), all.size())));
    }

    /** What is read again after a crash must not take a certificate back to an earlier version. */
    HolderRecord changing(String certificateId, int version, UnaryOperator<CertificateView> change) {
        return withCertificates(certificates.stream()
                .map(one ->
                        one.certificateId().equals(certificateId) && one.version() < version ? change.apply(one) : one)
                .toList());
    }

    private HolderRecord withCertificates(List<CertificateView> all) {
        return new HolderRecord(all, pins);
    }

    /** What is read again after a crash is read up to the last of it, which counts. */
    HolderRecord with(PinView changed) {
        var all = new ArrayList<>(pins);
        all.removeIf(changed::isOfSamePin);
        all.add(changed);
        return new HolderRecord(certificates, List.copyOf(all));
    }
}
