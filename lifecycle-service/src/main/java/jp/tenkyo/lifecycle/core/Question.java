package jp.tenkyo.lifecycle.core;

/**
 * What a finding about a certificate leaves to a person, since no rule may guess it.
 *
 * @param asked how often; it names the events
 * @param open whether nobody has decided yet
 */
public record Question(CertificateId certificateId, Finding.Code finding, int asked, boolean open) {

    boolean isAbout(CertificateId id, Finding.Code code) {
        return certificateId.equals(id) && finding == code;
    }
}
