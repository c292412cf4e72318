package jp.tenkyo.lifecycle.core;

/**
 * A person has decided what a finding left open. Its form is not checked yet: {@link Form} does that.
 *
 * @param finding the finding's code
 */
public record DecisionTaken(
        String requestId, String holderId, String municipality, CertificateId certificateId, String finding) {}
