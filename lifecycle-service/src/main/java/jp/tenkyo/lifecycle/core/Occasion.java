package jp.tenkyo.lifecycle.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a holder has to be told of one step: which certificates of a carrier one cause has ended or put on hold.
 *
 * @param ground the change that ended them, where one did
 * @param certificates as the step leaves them
 */
record Occasion(EndingCause cause, Optional<RevocationGround> ground, Carrier carrier, List<Certificate> certificates) {

    /**
     * What the events have to tell, in the order in which it happened.
     *
     * @param holder as the events leave it
     */
    static List<Occasion> of(List<Event> events, Holder holder) {
        var occasions = new ArrayList<Occasion>();
        for (var event : events) {
            switch (event) {
                case Event.CertificateRevoked revoked
                when revoked.cause().isTold() ->
                    tell(occasions, revoked.cause(), revoked.ground(), revoked.id(), holder);
                case Event.CertificateHeld held ->
                    tell(occasions, held.ground().cause(), Optional.empty(), held.id(), holder);
                default -> {}
            }
        }
        return occasions;
    }

    /** One notice can speak of one cause, ground and carrier. */
    private static void tell(
            List<Occasion> occasions,
            EndingCause cause,
            Optional<RevocationGround> ground,
            CertificateId id,
            Holder holder) {
        var certificate = holder.certificate(id).orElseThrow();
        for (var known : occasions) {
            if (known.cause == cause && known.carrier == certificate.carrier() && known.ground.equals(ground)) {
                known.certificates.add(certificate);
                return;
            }
        }
        var first = new Occasion(cause, ground, certificate.carrier(), new ArrayList<>(2));
        first.certificates.add(certificate);
        occasions.add(first);
    }

    /** The notice that tells of these certificates: one for both kinds where both ended together. */
    NoticeStage stage() {
        return switch (cause) {
            case CARD_LOST, PHONE_LOST -> NoticeStage.ON_HOLD;
            case RECORD_ERROR -> NoticeStage.RECORD_ERROR;
            case ISSUER_COMPROMISED -> NoticeStage.ISSUER_COMPROMISED;
            default -> isAnyForAuthentication() ? NoticeStage.AUTHENTICATION_ENDED : NoticeStage.SIGNING_REVOKED;
        };
    }

    private boolean isAnyForAuthentication() {
        for (var one : certificates) {
            if (one.kind() == Kind.AUTHENTICATION) {
                return true;
            }
        }
        return false;
    }
}
