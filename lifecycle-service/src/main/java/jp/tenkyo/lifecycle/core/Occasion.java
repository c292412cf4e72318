package jp.tenkyo.lifecycle.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a holder has to be told of one step: which certificates one cause has ended or put on hold.
 *
 * @param ground the change that ended them, where one did
 */
record Occasion(EndingCause cause, Optional<RevocationGround> ground, List<CertificateId> ids) {

    /** Cause and ground that one notice can speak of. */
    private record Why(EndingCause cause, Optional<RevocationGround> ground) {}

    /** What the events have to tell, in the order in which it happened. */
    static List<Occasion> of(List<Event> events) {
        var ids = new LinkedHashMap<Why, List<CertificateId>>();
        for (var event : events) {
            switch (event) {
                case Event.CertificateRevoked revoked
                when revoked.cause().isTold() ->
                    ids.computeIfAbsent(new Why(revoked.cause(), revoked.ground()), _ -> new ArrayList<>())
                            .add(revoked.id());
                case Event.CertificateHeld held ->
                    ids.computeIfAbsent(new Why(held.ground().cause(), Optional.empty()), _ -> new ArrayList<>())
                            .add(held.id());
                default -> {}
            }
        }
        return ids.entrySet().stream()
                .map(entry ->
                        new Occasion(entry.getKey().cause(), entry.getKey().ground(), entry.getValue()))
                .toList();
    }

    /** The notice that tells of these certificates: one for both kinds where both ended together. */
    NoticeStage stage(List<Certificate> certificates) {
        return switch (cause) {
            case CARD_LOST, PHONE_LOST -> NoticeStage.ON_HOLD;
            case RECORD_ERROR -> NoticeStage.RECORD_ERROR;
            case ISSUER_COMPROMISED -> NoticeStage.ISSUER_COMPROMISED;
            default ->
                certificates.stream().anyMatch(one -> one.kind() == Kind.AUTHENTICATION)
                        ? NoticeStage.AUTHENTICATION_ENDED
                        : NoticeStage.SIGNING_REVOKED;
        };
    }
}
