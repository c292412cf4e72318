package jp.tenkyo.notifier.core;

/**
 * How one try to hand a mail to the SMTP server ended. Carries reply codes, never texts: servers quote addresses in
 * them.
 */
public sealed interface SmtpReply {

    /** Code where the server said nothing that has one. */
    int NONE = -1;

    /** The server took responsibility for the mail (RFC 5321 4.2.5). */
    record Accepted() implements SmtpReply {}

    /** No connection, no greeting, or no login: the mail was not even begun. */
    record NotConnected(int code) implements SmtpReply {}

    /** Refused at a step of the conversation. */
    record Refused(Step step, int code) implements SmtpReply {}

    /** The connection broke; whether the server has taken the mail is not known (RFC 1047). */
    record Lost() implements SmtpReply {}

    /** Step of the SMTP conversation. */
    enum Step {
        SENDER,
        RECIPIENT,
        CONTENT
    }
}
