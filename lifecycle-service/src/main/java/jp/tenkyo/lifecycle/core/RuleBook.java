package jp.tenkyo.lifecycle.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules that decisions and events name by a stable id, each with what it says and where it comes from: the Act
 * (認証業務に関する法律), its Order, the Standard (住民記録システム標準仕様書), the pages of cities, or a default of ours.
 */
public final class RuleBook {

    /**
     * One rule.
     *
     * @param id section of the rule book and row
     * @param says in one sentence
     * @param source article, page or "default", and how sure it is: L law or standard, P practice, D our default
     */
    public record Rule(String id, String says, String source) {}

    private static final String ACT = "Act 15, 34 [L]";

    private RuleBook() {}

    /** All rules, in the order of the rule book. */
    public static List<Rule> rules() {
        return Stream.of(registering(), changes(), afterMoveOut(), grounds(), others())
                .flatMap(all -> all)
                .toList();
    }

    public static Optional<Rule> rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static Stream<Rule> registering() {
        return Stream.of(
                new Rule(
                        "2.1/REGISTERING",
                        "A certificate that the CA has made is registered whatever the holder's state is.",
                        "Act 6 [L]; default [D]"),
                new Rule(
                        "2.1/SUPERSEDED",
                        "A later certificate of the same kind and carrier ends every earlier one.",
                        "Act 6 [L]; city page [P]"),
                new Rule("7/ISSUERS", "A certificate is made by a known issuer's key of its kind.", "Act 18, 37 [L]"));
    }

    private static Stream<Rule> changes() {
        return Stream.of(ChangeReason.values())
                .map(reason -> new Rule(
                        "2.1/" + reason, reason.row().says(), reason.row().source()));
    }

    private static Stream<Rule> afterMoveOut() {
        return Stream.of(
                new Rule(
                        "2.1/MOVE_OUT_WAITS",
                        "A move-out or move abroad with a future date takes effect at 00:00 Tokyo of that day.",
                        "Act 15(1) [L]"),
                new Rule(
                        MoveOuts.RULE,
                        "Moved out and no move-in within 30 days after the planned date: authentication ends.",
                        "Act 31(1)(ii) [L]"),
                new Rule("2.1/DECISION_TAKEN", "A person has decided what no rule may guess.", "default [D]"),
                new Rule(
                        "2.1/DECISION_OBSOLETE",
                        "The certificate has ended: nothing is left to decide.",
                        "default [D]"));
    }

    private static Stream<Rule> grounds() {
        return Stream.concat(
                Stream.of(Ground.values())
                        .map(ground -> new Rule(ground.rule(), saysOf(ground.request()), sourceOf(ground))),
                Stream.of(
                        new Rule(
                                "2.2/CASCADE",
                                "A phone's certificate ends with the card's of its kind, for the same reason.",
                                "Act 16-13, 35-13 [L]"),
                        new Rule(
                                "2.2/CA_KEY_COMPROMISED",
                                "Every certificate of the issuer's key ends, later registered ones included.",
                                ACT),
                        new Rule(
                                "2.2/EXPIRY",
                                "A certificate is valid through its last day, and expired after it.",
                                ACT)));
    }

    private static Stream<Rule> others() {
        return Stream.of(
                new Rule(
                        "3/DATE_OF_BIRTH",
                        "A date of birth that no calendar has is never corrected: a person decides.",
                        "Standard [L]"),
                new Rule(
                        "4/PIN_RESULT",
                        "Failures in a row are counted; at the limit the PIN is locked.",
                        "practice [P]"),
                new Rule(
                        "4/PIN_RESET",
                        "A PIN is reset at the issuing municipality's counter, or at a store with the other PIN.",
                        "practice [P]"),
                new Rule("4/PIN_CHANGED", "The holder changes a PIN that they know.", "city page [P]"),
                new Rule("5/NOTICES", "What a holder has to be told, once.", "default [D]"),
                new Rule("8/FORM", "An input must be sound in itself.", "Standard [L]; default [D]"),
                new Rule(
                        Numbering.RULE,
                        "Record numbers rise by one: a jump opens a gap, each late number closes its part.",
                        "Standard [L]; default [D]"),
                new Rule("8/OUTCOME", "Every input ends in one recorded outcome.", "default [D]"));
    }

    private static String saysOf(Ground.Request request) {
        return switch (request) {
            case REVOKE -> "Somebody asks for the revocation: it is final.";
            case HOLD -> "The card or phone is lost: its certificates are on hold.";
            case RELEASE -> "The phone is found: its authentication certificate has effect again.";
        };
    }

    private static String sourceOf(Ground ground) {
        return switch (ground) {
            case HOLDER_REQUEST, KEY_COMPROMISED, CARD_UNUSABLE, RECORD_ERROR -> ACT;
            case CARD_RETURNED, CARD_LAPSED, CARD_LOST, PHONE_LOST, PHONE_FOUND -> "practice [P]";
            case DISCARDED_BEFORE_DELIVERY -> "default [D]";
        };
    }
}
