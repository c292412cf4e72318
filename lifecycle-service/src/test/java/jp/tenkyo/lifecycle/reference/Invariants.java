package jp.tenkyo.lifecycle.reference;

import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Decision;
import jp.tenkyo.lifecycle.core.Event;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.reference.model.ReferenceModel;

/** What holds of every step, whatever the history. */
final class Invariants {

    private Invariants() {}

    static Optional<String> brokenBetween(Holder before, Comparison.Turn turn, ReferenceModel model) {
        var after = turn.holder();
        return Stream.of(
                        forgotten(before, after),
                        raisedAgain(before, after),
                        miscounted(before, turn),
                        unsaid(turn),
                        signingInSpiteOfAChange(after, model))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> forgotten(Holder before, Holder after) {
        return before.certificates().stream()
                .filter(one -> after.certificate(one.id()).isEmpty())
                .findFirst()
                .map(one -> Wording.of(one.id()) + " was forgotten");
    }

    /** An ended certificate stays ended, as it is. */
    private static Optional<String> raisedAgain(Holder before, Holder after) {
        return before.certificates().stream()
                .filter(one -> !one.isLive())
                .filter(one ->
                        !after.certificate(one.id()).map(Certificate::status).equals(Optional.of(one.status())))
                .findFirst()
                .map(one -> Wording.of(one.id()) + " had ended and changed again");
    }

    /** The version rises by one with each fact about a certificate. */
    private static Optional<String> miscounted(Holder before, Comparison.Turn turn) {
        var facts = new HashMap<CertificateId, Integer>();
        for (var event : turn.events()) {
            if (event instanceof Event.CertificateFact fact) {
                facts.merge(fact.id(), 1, Integer::sum);
            }
        }
        return turn.holder().certificates().stream()
                .filter(one -> one.version()
                        != before.certificate(one.id())
                                        .map(Certificate::version)
                                        .orElse(0)
                                + facts.getOrDefault(one.id(), 0))
                .findFirst()
                .map(one -> "the version of " + Wording.of(one.id()) + " does not count its facts");
    }

    /** What is not accepted changes no certificate, and what is accepted does something. */
    private static Optional<String> unsaid(Comparison.Turn turn) {
        return turn.decision()
                .filter(decision -> decision instanceof Decision.Accepted
                        ? decision.happened().isEmpty()
                        : decision.happened().stream().anyMatch(Event.CertificateFact.class::isInstance))
                .map(decision -> "accepted without effect, or not accepted with one: " + decision);
    }

    /** No signing certificate is good after a recorded change that concerns it. */
    private static Optional<String> signingInSpiteOfAChange(Holder after, ReferenceModel model) {
        return after.certificates().stream()
                .filter(one -> one.kind() == Kind.SIGNING && one.isGood())
                .filter(one -> model.isConcerned(one.id()))
                .findFirst()
                .map(one -> Wording.of(one.id()) + " is good in spite of a change that concerns it");
    }
}
