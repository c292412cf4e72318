package jp.tenkyo.quickstart.check;

/** A mail that the mail server took: its Message-ID and the mailbox that it is for. */
public record Mail(String messageId, String recipient) {}
