package jp.tenkyo.lifecycle.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What is stored of a holder beside the timeline.
 *
 * @param certificates in the order in which they were registered
 * @param steps that the timeline has had so far
 * @param lastOffset of {@code certificate-events} that is in here: what is read again after a crash is passed over
 * @param pins of which anything was ever told
 * @param decisions that a person must still take
 */
record HolderRecord(
        List<CertificateView> certificates,
        long steps,
        long lastOffset,
        List<PinView> pins,
        List<DecisionView> decisions) {

    static final HolderRecord NONE = new HolderRecord(List.of(), 0, -1, List.of(), List.of());

    /** More than a life needs: two kinds, two carriers, a renewal every five years and some reissues. */
    private static final int CERTIFICATES_MAX = 128;

    /** Records stored by earlier versions have neither PINs nor decisions. */
    HolderRecord {
        pins = Objects.requireNonNullElse(pins, List.of());
        decisions = Objects.requireNonNullElse(decisions, List.of());
    }

    HolderRecord with(CertificateView registered) {
        var all = new ArrayList<>(certificates);
        all.removeIf(one -> one.certificateId().equals(registered.certificateId()));
        all.add(registered);
        return withCertificates(List.copyOf(all.subList(Math.max(0, all.size() - CERTIFICATES_MAX), all.size())));
    }

    HolderRecord changing(String certificateId, UnaryOperator<CertificateView> change) {
        var all = certificates.stream()
                .map(one -> one.certificateId().equals(certificateId) ? change.apply(one) : one)
                .toList();
        return withCertificates(all);
    }

    private HolderRecord withCertificates(List<CertificateView> all) {
        return new HolderRecord(all, steps, lastOffset, pins, decisions);
    }

    HolderRecord with(PinView changed) {
        var all = new ArrayList<>(pins);
        all.removeIf(changed::isOfSamePin);
        all.add(changed);
        return new HolderRecord(certificates, steps, lastOffset, List.copyOf(all), decisions);
    }

    HolderRecord with(DecisionView needed) {
        var all = new ArrayList<>(without(needed.certificateId(), needed.finding()).decisions);
        all.add(needed);
        return new HolderRecord(certificates, steps, lastOffset, pins, List.copyOf(all));
    }

    HolderRecord without(String certificateId, String finding) {
        var others = decisions.stream()
                .filter(one -> !one.isAbout(certificateId, finding))
                .toList();
        return new HolderRecord(certificates, steps, lastOffset, pins, others);
    }

    HolderRecord at(long offset, long stepsThen) {
        return new HolderRecord(certificates, stepsThen, offset, pins, decisions);
    }
}
