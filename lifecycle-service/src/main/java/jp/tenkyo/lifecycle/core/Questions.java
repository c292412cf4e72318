package jp.tenkyo.lifecycle.core;

import java.util.List;
import java.util.Optional;

/** Keeps what a person must decide about a certificate, until one has or the certificate has ended for good. */
final class Questions {

    private static final String TAKEN = "2.1/DECISION_TAKEN";
    private static final String ENTRY_ANNULLED = "2.1/" + ChangeReason.ANNULLED_ENTRY;
    private static final String OBSOLETE = "2.1/DECISION_OBSOLETE";

    private Questions() {}

    /**
     * Asks, unless that is open already or the certificate has ended. One that was answered is asked again: the caller
     * sees to it that a re-send does not ask.
     */
    static void ask(Draft draft, CertificateId id, Finding.Code finding, String rule) {
        var live = draft.holder().certificate(id).filter(Certificate::isLive).isPresent();
        var open = draft.holder().question(id, finding).filter(Question::open).isPresent();
        if (live && !open) {
            draft.add(new Event.DecisionNeeded(id, finding, rule));
        }
    }

    /** Of authentication certificates made from an entry that was annulled a person decides (rule book 8). */
    static void askAboutEntry(Draft draft, String municipality) {
        draft.holder()
                .live()
                .filter(one -> one.municipality().equals(municipality))
                .toList()
                .forEach(one -> askAboutEntryOf(draft, one));
    }

    /** The same of one that is registered when the annulment is known. */
    static void askAboutEntryOf(Draft draft, Certificate certificate) {
        if (restsOnAnnulledEntry(
                draft.holder(), certificate.kind(), certificate.municipality(), certificate.recordNumber())) {
            ask(draft, certificate.id(), Finding.Code.NEEDS_DECISION, ENTRY_ANNULLED);
        }
    }

    /** Signing certificates made from it end by themselves. */
    static boolean restsOnAnnulledEntry(Holder holder, Kind kind, String municipality, int recordNumber) {
        return kind == Kind.AUTHENTICATION
                && holder.residence(municipality).arrivals().haveAnnulled(recordNumber);
    }

    /** A certificate has ended for good: nothing about it is left to decide. */
    static void endWith(Draft draft, CertificateId id) {
        for (var question : draft.holder().questions()) {
            if (question.open() && question.certificateId().equals(id)) {
                draft.add(new Event.DecisionSettled(id, question.finding(), OBSOLETE));
            }
        }
    }

    static Decision decide(Draft draft, DecisionTaken taken) {
        var question = Finding.Code.named(taken.finding())
                .flatMap(finding -> draft.holder().question(taken.certificateId(), finding));
        if (question.filter(Question::open).isPresent()) {
            draft.add(new Event.DecisionSettled(
                    taken.certificateId(), question.get().finding(), TAKEN));
            return new Decision.Accepted(OutcomeCode.DECISION_SETTLED, draft.rules(), List.of(), draft.events());
        }
        return withoutQuestion(question, draft.holder().certificate(taken.certificateId()));
    }

    private static Decision withoutQuestion(Optional<Question> settled, Optional<Certificate> about) {
        if (about.filter(certificate -> !certificate.isLive()).isPresent()) {
            return new Decision.Unchanged(OutcomeCode.ALREADY_ENDED, List.of(TAKEN), List.of());
        }
        return settled.isPresent()
                ? new Decision.Unchanged(OutcomeCode.DECISION_ALREADY_SETTLED, List.of(TAKEN), List.of())
                : new Decision.Rejected(OutcomeCode.NO_SUCH_DECISION, List.of(TAKEN), List.of());
    }
}
