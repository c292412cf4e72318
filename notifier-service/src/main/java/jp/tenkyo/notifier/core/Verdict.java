package jp.tenkyo.notifier.core;

import jp.tenkyo.avro.DeliveryOutcome;

/** What an SMTP server's answer means for the notice. */
public sealed interface Verdict {

    /** The attempt is over, with this outcome; {@code detail} is a code without personal data. */
    record Attempted(DeliveryOutcome outcome, String detail) implements Verdict {}

    /**
     * The server serves nobody just now, or does not serve us: nothing is wrong with the notice. All sending pauses,
     * and no notice loses an attempt, so that a server away for hours makes none give up.
     */
    record ServerAway(String detail) implements Verdict {}

    /**
     * RFC 5321 4.2.1 (4yz may be tried again, 5yz not) and 4.2.3, with RFC 4954 and RFC 3207 for what concerns our
     * login.
     *
     * @param attempt number of this attempt, from 1
     * @param attemptsMax after so many transient failures the notice is given up
     */
    static Verdict of(SmtpReply reply, int attempt, int attemptsMax) {
        return switch (reply) {
            case SmtpReply.Accepted() -> new Attempted(DeliveryOutcome.SENT, "250");
            case SmtpReply.NotConnected(var code) -> new ServerAway(text(code, "NOT_CONNECTED"));
            case SmtpReply.Lost() -> transientFailure("CONNECTION_LOST", attempt, attemptsMax);
            case SmtpReply.Refused(var step, var code)
            when concernsServer(step, code) -> new ServerAway(text(code, "REFUSED"));
            case SmtpReply.Refused(var step, var code)
            when permanent(code) -> new Attempted(permanentAt(step), text(code, "REFUSED"));
            case SmtpReply.Refused(var _, var code) -> transientFailure(text(code, "REFUSED"), attempt, attemptsMax);
        };
    }

    /**
     * 421 closes the channel for everybody; 530, 534, 535 and 538 say that our login is wanting. A refused sender is a
     * fault of our settings, the same for every notice.
     */
    private static boolean concernsServer(SmtpReply.Step step, int code) {
        return switch (code) {
            case 421, 454, 530, 534, 535, 538 -> true;
            default -> step == SmtpReply.Step.SENDER;
        };
    }

    /** 552 to a recipient is an old way to say 452, mailbox full: RFC 5321 4.5.3.1.10 asks to treat it so. */
    private static boolean permanent(int code) {
        return code >= 500 && code < 600 && code != 552;
    }

    /** A refusal of the content is not the recipient's fault, and the same content would be refused again. */
    private static DeliveryOutcome permanentAt(SmtpReply.Step step) {
        return step == SmtpReply.Step.RECIPIENT ? DeliveryOutcome.BAD_ADDRESS : DeliveryOutcome.GAVE_UP;
    }

    private static Verdict transientFailure(String detail, int attempt, int attemptsMax) {
        return new Attempted(attempt < attemptsMax ? DeliveryOutcome.RETRYING : DeliveryOutcome.GAVE_UP, detail);
    }

    private static String text(int code, String otherwise) {
        return code == SmtpReply.NONE ? otherwise : Integer.toString(code);
    }
}
