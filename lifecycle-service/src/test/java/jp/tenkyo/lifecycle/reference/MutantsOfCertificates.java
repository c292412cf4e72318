package jp.tenkyo.lifecycle.reference;

import java.util.List;

/** What ends certificates besides changes: superseding, cascade, requests, hold; and section 3. */
final class MutantsOfCertificates {

    private MutantsOfCertificates() {}

    static List<Mutant> all() {
        return List.of(
                registering(
                        "a later certificate leaves earlier ones alone",
                        ".forEach(earlier -> supersede(draft, earlier.id()));",
                        ".forEach(earlier -> {});"),
                registering(
                        "one earlier than a registered one is not superseded",
                        "if (draft.holder().hasLater(certificate)) {",
                        "if (false) {"),
                registering(
                        "a certificate that a known change concerns is registered as good",
                        "        Endings.endWhatChangesConcern(draft);\n",
                        ""),
                registering(
                        "one registered after its end is good",
                        "if (!draft.now().isBefore(certificate.expiresAt())) {",
                        "if (false) {"),
                registering(
                        "a phone certificate whose card certificate is revoked is registered as good",
                        "        Endings.endIfCardCertificateIsRevoked(draft, certificate);\n",
                        ""),
                new Mutant(
                        "superseding says another reason",
                        "Ending.java",
                        "new Ending(RevocationReason.SUPERSEDED,",
                        "new Ending(RevocationReason.CESSATION_OF_OPERATION,"),
                new Mutant(
                        "superseding crosses carriers",
                        "Certificate.java",
                        "this.kind == kind && this.carrier == carrier",
                        "this.kind == kind"),
                new Mutant(
                        "superseding crosses kinds",
                        "Certificate.java",
                        "this.kind == kind && this.carrier == carrier",
                        "this.carrier == carrier"),
                ending("no cascade", "if (certificate.carrier() == Carrier.CARD) {", "if (false) {"),
                ending("a cascade says another reason", "ending.cascading()", "Ending.SUPERSEDED"),
                ending(
                        "a cascade at registration says another reason",
                        "Ending.cascadingLate(reason)",
                        "Ending.SUPERSEDED"),
                ending(
                        "one on hold is revoked from the revocation on, not from the hold on",
                        "certificate.status() instanceof Status.OnHold(var heldAt) ? heldAt : draft.now()",
                        "draft.now()"),
                ending(
                        "what is ended on hold stays on hold",
                        "if (!certificate.isLive()) {\n            return;",
                        "if (!certificate.isGood()) {\n            return;"),
                new Mutant(
                        "a phone certificate rests on the newest card certificate",
                        "Holder.java",
                        ".filter(card -> !card.notBefore().isAfter(onPhone.notBefore())))",
                        ")"),
                action(
                        "a hold cascades",
                        ".filter(Certificate::isGood)\n",
                        ".flatMap(one -> java.util.stream.Stream.concat("
                                + "java.util.stream.Stream.of(one), draft.holder().of(one.kind(), Carrier.PHONE)))"
                                + ".distinct().filter(Certificate::isGood).toList().stream()\n"),
                action("a card's hold is lifted", "|| named.carrier() != Carrier.PHONE\n", "\n"),
                action(
                        "a hold of a phone's signing is lifted",
                        "named.kind() != Kind.AUTHENTICATION\n                || ",
                        ""),
                ground(
                        "CARD_LOST holds the one named only",
                        "isAboutTheCard() || this == PHONE_LOST",
                        "this == CARD_UNUSABLE || this == CARD_RETURNED || this == CARD_LAPSED || this == PHONE_LOST"),
                ground("CARD_UNUSABLE ends the one named only", "this == CARD_UNUSABLE || ", ""),
                ground(
                        "PHONE_LOST holds the one named only",
                        "isAboutTheCard() || this == PHONE_LOST",
                        "isAboutTheCard()"),
                ground("CARD_RETURNED ends the one named only", "this == CARD_RETURNED || ", ""),
                ground("CARD_LAPSED ends the one named only", "this == CARD_LAPSED || ", ""),
                reason("HOLDER_REQUEST", "CESSATION_OF_OPERATION", "UNSPECIFIED"),
                reason("KEY_COMPROMISED", "KEY_COMPROMISE", "CA_COMPROMISE"),
                reason("CARD_RETURNED", "CESSATION_OF_OPERATION", "SUPERSEDED"),
                reason("CARD_LAPSED", "CESSATION_OF_OPERATION", "UNSPECIFIED"),
                reason("RECORD_ERROR", "AFFILIATION_CHANGED", "CESSATION_OF_OPERATION"),
                reason("DISCARDED_BEFORE_DELIVERY", "UNSPECIFIED", "SUPERSEDED"),
                registering("what a compromised key makes later is good", "if (byCompromisedKey) {", "if (false) {"),
                issuer("a compromised key ends nothing", "id.issuerKeyId().equals(issuerKeyId)", "false"),
                issuer(
                        "a compromised key ends what other keys have signed",
                        "id.issuerKeyId().equals(issuerKeyId)",
                        "true"),
                issuer(
                        "a compromised key of a CA says keyCompromise",
                        "RevocationReason.CA_COMPROMISE",
                        "RevocationReason.KEY_COMPROMISE"),
                validity("birthdays counted from the day itself", "thisYear.isAfter(day)", "!thisYear.isBefore(day)"),
                validity(
                        "one born on 29 February has birthdays in March",
                        "&& policy.leapDay() == Policy.LeapDay.MARCH_1",
                        ""),
                validity(
                        "the window opens a day early",
                        ".minus(policy.renewalWindow()).plusDays(1)",
                        ".minus(policy.renewalWindow())"),
                validity(
                        "a renewal is counted as a new issue",
                        "renewed.isPresent() ? policy.birthdaysOfRenewal()",
                        "false ? policy.birthdaysOfRenewal()"),
                validity(
                        "authentication does not cap signing",
                        "made.kind() == Kind.SIGNING\n                ?",
                        "false\n                ?"),
                validity("the card's expiry caps nothing", "made.cardExpiresOn(), ", "Optional.<LocalDate>empty(), "),
                validity("a legacy certificate is valid from its issue", "made.madeOn().plusDays(1)", "made.madeOn()"));
    }

    private static Mutant registering(String name, String from, String to) {
        return new Mutant(name, "Registrations.java", from, to);
    }

    private static Mutant ending(String name, String from, String to) {
        return new Mutant(name, "Endings.java", from, to);
    }

    private static Mutant action(String name, String from, String to) {
        return new Mutant(name, "Actions.java", from, to);
    }

    private static Mutant ground(String name, String from, String to) {
        return new Mutant(name, "Ground.java", from, to);
    }

    private static Mutant reason(String ground, String sound, String broken) {
        return ground(
                ground + " says " + broken,
                ground + "(Request.REVOKE, RevocationReason." + sound,
                ground + "(Request.REVOKE, RevocationReason." + broken);
    }

    private static Mutant issuer(String name, String from, String to) {
        return new Mutant(name, "IssuerKeys.java", from, to);
    }

    private static Mutant validity(String name, String from, String to) {
        return new Mutant(name, "Validity.java", from, to);
    }
}
