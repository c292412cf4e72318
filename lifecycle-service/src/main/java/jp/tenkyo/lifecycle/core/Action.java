package jp.tenkyo.lifecycle.core;

/**
 * Request to revoke, hold or release a certificate. Its form is not checked yet: {@link Form} does that.
 *
 * @param request what is asked for
 */
public record Action(
        String requestId,
        String holderId,
        String municipality,
        Ground.Request request,
        CertificateId certificateId,
        Ground ground) {}
