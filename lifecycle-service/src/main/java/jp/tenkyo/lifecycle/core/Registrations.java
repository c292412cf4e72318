package jp.tenkyo.lifecycle.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers certificates that the CA has made. Never refused for the holder's state: the certificate exists (rule book
 * 2.1).
 */
final class Registrations {

    private static final List<String> RULES = List.of("2.1/REGISTERING");
    private static final String DATE_OF_BIRTH = "3/DATE_OF_BIRTH";
    private static final List<String> ISSUERS = List.of("7/ISSUERS");

    private Registrations() {}

    static Decision decide(Draft draft, Registration made, IssuerStanding issuer) {
        var known = draft.holder().certificate(made.certificateId());
        if (known.isPresent()) {
            return isSame(known.get(), made)
                    ? new Decision.Unchanged(OutcomeCode.ALREADY_REGISTERED, RULES, List.of())
                    : new Decision.Rejected(OutcomeCode.CERTIFICATE_DIFFERS, RULES, List.of());
        }
        return switch (issuer) {
            case UNKNOWN -> new Decision.Rejected(OutcomeCode.ISSUER_UNKNOWN, ISSUERS, List.of());
            case NOT_FOR_KIND -> new Decision.Rejected(OutcomeCode.ISSUER_NOT_FOR_KIND, ISSUERS, List.of());
            case TRUSTED -> registered(draft, made, false);
            case COMPROMISED -> registered(draft, made, true);
        };
    }

    private static Decision registered(Draft draft, Registration made, boolean byCompromisedKey) {
        var findings = findings(draft, made);
        register(draft, made, byCompromisedKey);
        for (var finding : findings) {
            if (finding.code() == Finding.Code.DATE_OF_BIRTH_NEEDS_DECISION) {
                Questions.ask(draft, made.certificateId(), finding.code(), DATE_OF_BIRTH);
            }
        }
        draft.holder()
                .certificate(made.certificateId())
                .ifPresent(certificate -> Questions.askAboutEntryOf(draft, certificate));
        Notices.follow(draft);
        return new Decision.Accepted(codeOf(draft, made), draft.rules(), findings, draft.events());
    }

    private static boolean isSame(Certificate known, Registration made) {
        return known.isOf(made.kind(), made.carrier())
                && known.municipality().equals(made.municipality())
                && known.recordNumber() == made.recordNumber()
                && known.notBefore().equals(made.notBefore())
                && known.notAfter().equals(made.notAfter());
    }

    private static void register(Draft draft, Registration made, boolean byCompromisedKey) {
        Numbering.note(draft, made.municipality(), made.recordNumber());
        var certificate = certificateOf(made, draft);
        draft.add(new Event.CertificateRegistered(certificate, made.type()));
        // Expiry comes first: it is final, so a change known before or after it must not make a difference.
        if (!draft.now().isBefore(certificate.expiresAt())) {
            Endings.expire(draft, certificate.id());
        }
        // Before other grounds: of all reasons this one says most about signatures made meanwhile.
        if (byCompromisedKey) {
            IssuerKeys.end(draft, certificate.id());
        }
        Endings.endWhatChangesConcern(draft);
        if (draft.holder().hasLater(certificate)) {
            supersede(draft, certificate.id());
        }
        Endings.endIfCardCertificateIsRevoked(draft, certificate);
        draft.holder().earlierThan(certificate).forEach(earlier -> supersede(draft, earlier.id()));
        MoveOuts.callOff(draft);
    }

    private static void supersede(Draft draft, CertificateId id) {
        Endings.revoke(draft, id, Ending.SUPERSEDED);
    }

    private static Certificate certificateOf(Registration made, Draft draft) {
        return new Certificate(
                made.certificateId(),
                made.kind(),
                made.carrier(),
                made.municipality(),
                made.recordNumber(),
                made.notBefore(),
                made.notAfter(),
                new Status.Good(),
                1,
                Deadlines.passedBy(draft.now(), Tokyo.dateOf(made.notAfter()), draft.policy()));
    }

    private static OutcomeCode codeOf(Draft draft, Registration made) {
        return switch (draft.holder()
                .certificate(made.certificateId())
                .orElseThrow()
                .status()) {
            case Status.Revoked(var _, var _) -> OutcomeCode.REGISTERED_AND_REVOKED;
            case Status.Expired() -> OutcomeCode.REGISTERED_AND_EXPIRED;
            case Status.Good(), Status.OnHold(var _) -> OutcomeCode.REGISTERED;
        };
    }

    private static List<Finding> findings(Draft draft, Registration made) {
        var findings = new ArrayList<Finding>();
        var takesThePlaceOf = draft.holder().validBefore(made);
        if (made.type() == Registration.Type.ISSUE && takesThePlaceOf.isPresent()) {
            findings.add(Finding.of(Finding.Code.ISSUED_WHILE_VALID));
        }
        if (made.type() == Registration.Type.RENEW && takesThePlaceOf.isEmpty()) {
            findings.add(Finding.of(Finding.Code.NOTHING_TO_RENEW));
        }
        if (!draft.now().isBefore(made.notAfter().plusSeconds(1))) {
            findings.add(Finding.of(Finding.Code.ALREADY_EXPIRED));
        }
        if (Questions.restsOnAnnulledEntry(draft.holder(), made.kind(), made.municipality(), made.recordNumber())) {
            findings.add(Finding.of(Finding.Code.NEEDS_DECISION));
        }
        Validity.calendarDate(made.dateOfBirth())
                .ifPresentOrElse(
                        born -> addFindingsOfAge(findings, made, born, draft),
                        () -> findings.add(Finding.of(Finding.Code.DATE_OF_BIRTH_NEEDS_DECISION)));
        return findings;
    }

    private static void addFindingsOfAge(List<Finding> findings, Registration made, LocalDate born, Draft draft) {
        if (made.kind() == Kind.SIGNING && Validity.isUnderAge(made, born, draft.policy())) {
            findings.add(Finding.of(Finding.Code.UNDER_15));
        }
        var expected = Validity.expectedLastDay(made, born, draft.holder(), draft.policy());
        if (!Tokyo.lastSecondOf(expected).equals(made.notAfter())) {
            findings.add(Finding.of(
                    Finding.Code.NOT_AFTER_DIFFERS,
                    expected.toString(),
                    made.notAfter().atZone(Tokyo.ZONE).toLocalDateTime().toString()));
        }
    }
}
