package jp.tenkyo.lifecycle.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides what a CA's compromised key ends: every certificate of that CA generation (rule book 2.2). */
public final class IssuerKeys {

    private static final String RULE = "2.2/CA_KEY_COMPROMISED";
    private static final Ending ENDING =
            new Ending(RevocationReason.CA_COMPROMISE, EndingCause.ISSUER_COMPROMISED, Optional.empty(), RULE);
    private static final List<String> RULES = List.of(RULE);
    private static final List<String> FORM = List.of("8/FORM");

    private IssuerKeys() {}

    /**
     * The outcome of the report itself; what it means for a holder is {@link Command.EndIssuer}.
     *
     * @param known whether this key was reported before
     */
    public static Decision decide(IssuerCompromise compromise, boolean known) {
        var problems = Form.problemsOf(compromise);
        if (!problems.isEmpty()) {
            return new Decision.Rejected(problems.getFirst().code(), FORM, List.of());
        }
        return known
                ? new Decision.Unchanged(OutcomeCode.ALREADY_COMPROMISED, RULES, List.of())
                : new Decision.Accepted(OutcomeCode.ISSUER_COMPROMISED, RULES, List.of(), List.of());
    }

    /**
     * Ends all of a holder's certificates that the key has signed, those of the card last: a phone's must end for its
     * own issuer, not by the card's.
     */
    static Decision endAll(Draft draft, String issuerKeyId) {
        draft.holder()
                .live()
                .sorted(Comparator.comparing(one -> one.carrier() == Carrier.CARD))
                .map(Certificate::id)
                .filter(id -> id.issuerKeyId().equals(issuerKeyId))
                .toList()
                .forEach(id -> end(draft, id));
        if (draft.events().isEmpty()) {
            return new Decision.Unchanged(OutcomeCode.NOTHING_TO_END, RULES, List.of());
        }
        Notices.follow(draft);
        return new Decision.Accepted(OutcomeCode.REVOKED, draft.rules(), List.of(), draft.events());
    }

    static void end(Draft draft, CertificateId id) {
        Endings.revoke(draft, id, ENDING);
    }
}
