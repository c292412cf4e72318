package jp.tenkyo.lifecycle.issuers;

import java.time.Instant;
import jp.tenkyo.lifecycle.core.Kind;

/**
 * A CA generation: one key.
 *
 * @param keyId SHA-1 of its public key, lower-case hex (RFC 5280 4.2.1.2, method 1)
 * @param subject distinguished name (RFC 2253); other generations have the same
 * @param kind of the certificates that it signs
 */
public record Issuer(String keyId, String subject, Kind kind, Instant notBefore, Instant notAfter) {}
