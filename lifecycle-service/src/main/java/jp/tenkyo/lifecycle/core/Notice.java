package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a holder has to be told.
 *
 * @param id stable: the same occasion gives the same id
 * @param dueOn Tokyo date on which it fell due
 * @param certificates all of the carrier that it speaks of
 * @param cause of an ending or a hold
 * @param ground the change that ended something, where one did
 */
public record Notice(
        String id,
        Carrier carrier,
        NoticeStage stage,
        LocalDate dueOn,
        List<CertificateId> certificates,
        Optional<EndingCause> cause,
        Optional<RevocationGround> ground) {

    /** A reminder: one for all certificates of a carrier that reach a stage on one day. */
    static Notice reminder(
            String holderId, Carrier carrier, NoticeStage stage, LocalDate dueOn, List<CertificateId> certificates) {
        return new Notice(
                holderId + "/" + carrier.name() + "/" + stage.name() + "/" + dueOn,
                carrier,
                stage,
                dueOn,
                certificates,
                Optional.empty(),
                Optional.empty());
    }

    /** A notice of what has just happened: told apart by the first certificate and its version. */
    static Notice ofEvent(
            String holderId,
            NoticeStage stage,
            LocalDate today,
            List<Certificate> certificates,
            Optional<EndingCause> cause,
            Optional<RevocationGround> ground) {
        var first = certificates.getFirst();
        return new Notice(
                holderId + "/" + first.carrier().name() + "/" + stage.name() + "/" + today + "/" + first.id() + "/"
                        + first.version(),
                first.carrier(),
                stage,
                today,
                idsOf(certificates),
                cause,
                ground);
    }

    private static List<CertificateId> idsOf(List<Certificate> certificates) {
        if (certificates.size() == 1) {
            return List.of(certificates.getFirst().id());
        }
        var ids = new ArrayList<CertificateId>(certificates.size());
        for (var one : certificates) {
            ids.add(one.id());
        }
        return List.copyOf(ids);
    }

    Notice about(List<CertificateId> fewer) {
        return new Notice(id, carrier, stage, dueOn, fewer, cause, ground);
    }
}
