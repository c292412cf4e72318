package jp.tenkyo.lifecycle.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a holder has to be told of one step: which certificates one cause has ended or put on hold.
 *
 * @param ground the change that ended them, where one did
 */
record Occasion(EndingCause cause, Optional<RevocationGround> ground, List<CertificateId> ids) {

    /** What the events have to tell, in the order in which it happened. */
    static List<Occasion> of(List<Event> events) {
        var occasions = new ArrayList<Occasion>();
        for (var event : events) {
            switch (event) {
                case Event.CertificateRevoked revoked
                when revoked.cause().isTold() ->
                    idsOf(occasions, revoked.cause(), revoked.ground()).add(revoked.id());
                case Event.CertificateHeld held ->
                    idsOf(occasions, held.ground().cause(), Optional.empty()).add(held.id());
                default -> {}
            }
        }
        return occasions;
    }

    /** One notice can speak of one cause and ground. */
    private static List<CertificateId> idsOf(
            List<Occasion> occasions, EndingCause cause, Optional<RevocationGround> ground) {
        for (var known : occasions) {
            if (known.cause == cause && known.ground.equals(ground)) {
                return known.ids;
            }
        }
        var one = new Occasion(cause, ground, new ArrayList<>());
        occasions.add(one);
        return one.ids;
    }

    /** The notice that tells of these certificates: one for both kinds where both ended together. */
    NoticeStage stage(List<Certificate> certificates) {
        return switch (cause) {
            case CARD_LOST, PHONE_LOST -> NoticeStage.ON_HOLD;
            case RECORD_ERROR -> NoticeStage.RECORD_ERROR;
            case ISSUER_COMPROMISED -> NoticeStage.ISSUER_COMPROMISED;
            default ->
                isAnyForAuthentication(certificates) ? NoticeStage.AUTHENTICATION_ENDED : NoticeStage.SIGNING_REVOKED;
        };
    }

    private static boolean isAnyForAuthentication(List<Certificate> certificates) {
        for (var one : certificates) {
            if (one.kind() == Kind.AUTHENTICATION) {
                return true;
            }
        }
        return false;
    }
}
