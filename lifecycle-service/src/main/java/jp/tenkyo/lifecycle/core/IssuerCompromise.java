package jp.tenkyo.lifecycle.core;

/**
 * Report that an issuer's key is known to others (発行者署名符号の漏えい). Its form is not checked yet: {@link Form} does that.
 *
 * @param issuerKeyId SHA-1 of the issuer's public key (RFC 5280 4.2.1.2, method 1)
 */
public record IssuerCompromise(String requestId, String issuerKeyId) {}
