package jp.tenkyo.stack.ca;

import java.nio.file.Path;

/**
 * Where an issuer's files are, all PEM; keys are PKCS #8 without password, for their owner alone.
 *
 * @param generation from 1
 * @param keyId SHA-1 of the public key (RFC 5280 4.2.1.2, method 1), lower-case hex
 * @param ownList the issuer's own revocation list (DER) of what it certified for others to sign with: verifiers that
 *     check a whole chain need it
 */
public record IssuerFiles(
        Profile profile,
        int generation,
        String keyId,
        Path certificate,
        Path ocspCertificate,
        Path ocspKey,
        Path listsCertificate,
        Path listsKey,
        Path ownList) {}
