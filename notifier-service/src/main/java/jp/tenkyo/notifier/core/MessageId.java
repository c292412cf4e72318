package jp.tenkyo.notifier.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The Message-ID of a notice's mail (RFC 5322 3.6.4): the same for every attempt, so that whoever receives the mail
 * twice can tell. A hash, because the notice id names the holder and the header travels through strangers' logs.
 */
public final class MessageId {

    private static final int BASE = 32;
    private static final int DIGITS = 52;

    private MessageId() {}

    /** @param domain right of the at sign: a domain of the sender's */
    public static String of(String noticeId, String domain) {
        var number = new BigInteger(1, sha256(noticeId)).toString(BASE);
        return "<" + "0".repeat(DIGITS - number.length()) + number + "@" + domain + ">";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
