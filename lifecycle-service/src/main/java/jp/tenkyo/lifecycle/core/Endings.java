package jp.tenkyo.lifecycle.core;

import java.util.ArrayList;
import java.util.List;

/** How certificates end, one by another included. */
final class Endings {

    private Endings() {}

    /** Ends every live certificate that a known change concerns. */
    static void endWhatChangesConcern(Draft draft) {
        for (var certificate : draft.holder().certificates()) {
            if (certificate.isLive()) {
                draft.holder()
                        .groundAgainst(certificate)
                        .ifPresent(ground -> revoke(draft, certificate.id(), Ending.by(ground)));
            }
        }
    }

    static void expire(Draft draft, CertificateId id) {
        draft.add(new Event.CertificateExpired(id));
        Questions.endWith(draft, id);
    }

    /**
     * Ends a certificate unless it has ended, and with a card's those of the phone that rest on it (Act 16-13, 35-13).
     */
    static void revoke(Draft draft, CertificateId id, Ending ending) {
        var certificate = draft.holder().certificate(id).orElseThrow();
        if (!certificate.isLive()) {
            return;
        }
        // Signatures made while it was on hold must not pass: it lost effect when it was put on hold.
        var revokedAt = certificate.status() instanceof Status.OnHold(var heldAt) ? heldAt : draft.now();
        draft.add(new Event.CertificateRevoked(id, revokedAt, ending));
        Questions.endWith(draft, id);
        if (certificate.carrier() == Carrier.CARD) {
            restingOn(draft.holder(), certificate).forEach(phone -> revoke(draft, phone, ending.cascading()));
        }
    }

    private static List<CertificateId> restingOn(Holder holder, Certificate card) {
        var resting = new ArrayList<CertificateId>();
        for (var phone : holder.certificates()) {
            if (phone.isOf(card.kind(), Carrier.PHONE) && phone.isLive() && restsOn(card, phone, holder)) {
                resting.add(phone.id());
            }
        }
        return resting;
    }

    private static boolean restsOn(Certificate card, Certificate phone, Holder holder) {
        return holder.cardCertificateOf(phone)
                .filter(rest -> rest.id().equals(card.id()))
                .isPresent();
    }

    /** A certificate for the phone whose card certificate is revoked ends at once, for the same reason. */
    static void endIfCardCertificateIsRevoked(Draft draft, Certificate certificate) {
        if (certificate.carrier() != Carrier.PHONE) {
            return;
        }
        draft.holder().cardCertificateOf(certificate).map(Certificate::status).ifPresent(status -> {
            if (status instanceof Status.Revoked(var reason, var _)) {
                revoke(draft, certificate.id(), Ending.cascadingLate(reason));
            }
        });
    }
}
