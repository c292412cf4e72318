package jp.tenkyo.lifecycle.core;

import java.util.Arrays;
import java.util.Optional;

/** Why a certificate lost effect, by the names of RFC 5280 section 5.3.1. */
public enum RevocationReason {
    UNSPECIFIED("unspecified"),
    KEY_COMPROMISE("keyCompromise"),
    CA_COMPROMISE("cACompromise"),
    AFFILIATION_CHANGED("affiliationChanged"),
    SUPERSEDED("superseded"),
    CESSATION_OF_OPERATION("cessationOfOperation"),
    CERTIFICATE_HOLD("certificateHold");

    private final String rfcName;

    RevocationReason(String rfcName) {
        this.rfcName = rfcName;
    }

    public String rfcName() {
        return rfcName;
    }

    public static Optional<RevocationReason> named(String rfcName) {
        return Arrays.stream(values())
                .filter(reason -> reason.rfcName.equals(rfcName))
                .findFirst();
    }
}
