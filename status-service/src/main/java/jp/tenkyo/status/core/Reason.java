package jp.tenkyo.status.core;

import java.util.Arrays;

/** Why a certificate has no effect: CRLReason of RFC 5280 5.3.1. */
public enum Reason {
    UNSPECIFIED("unspecified", 0),
    KEY_COMPROMISE("keyCompromise", 1),
    CA_COMPROMISE("cACompromise", 2),
    AFFILIATION_CHANGED("affiliationChanged", 3),
    SUPERSEDED("superseded", 4),
    CESSATION_OF_OPERATION("cessationOfOperation", 5),
    CERTIFICATE_HOLD("certificateHold", 6);

    private final String standardName;
    private final int code;

    Reason(String standardName, int code) {
        this.standardName = standardName;
        this.code = code;
    }

    /** Its name in RFC 5280, as all channels write it. */
    public String standardName() {
        return standardName;
    }

    /** Its CRLReason value, as OCSP and revocation lists encode it. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException for a value that no reason here has */
    public static Reason ofCode(int code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reason has the value " + code));
    }
}
