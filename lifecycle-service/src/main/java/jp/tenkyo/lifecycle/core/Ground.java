package jp.tenkyo.lifecycle.core;

/** Why somebody asks for a certificate to be revoked, held or released (rule book 2.2). */
public enum Ground {
    HOLDER_REQUEST(Request.REVOKE, RevocationReason.CESSATION_OF_OPERATION),
    KEY_COMPROMISED(Request.REVOKE, RevocationReason.KEY_COMPROMISE),
    CARD_UNUSABLE(Request.REVOKE, RevocationReason.CESSATION_OF_OPERATION),
    CARD_RETURNED(Request.REVOKE, RevocationReason.CESSATION_OF_OPERATION),
    CARD_LAPSED(Request.REVOKE, RevocationReason.CESSATION_OF_OPERATION),
    RECORD_ERROR(Request.REVOKE, RevocationReason.AFFILIATION_CHANGED),
    DISCARDED_BEFORE_DELIVERY(Request.REVOKE, RevocationReason.UNSPECIFIED),
    CARD_LOST(Request.HOLD, RevocationReason.CERTIFICATE_HOLD),
    PHONE_LOST(Request.HOLD, RevocationReason.CERTIFICATE_HOLD),
    PHONE_FOUND(Request.RELEASE, RevocationReason.CERTIFICATE_HOLD);

    /** What is asked for. */
    public enum Request {
        REVOKE,
        HOLD,
        RELEASE
    }

    private final Request request;
    private final RevocationReason reason;

    Ground(Request request, RevocationReason reason) {
        this.request = request;
        this.reason = reason;
    }

    public Request request() {
        return request;
    }

    EndingCause cause() {
        return switch (this) {
            case HOLDER_REQUEST -> EndingCause.HOLDER_REQUEST;
            case KEY_COMPROMISED -> EndingCause.KEY_COMPROMISED;
            case CARD_UNUSABLE -> EndingCause.CARD_UNUSABLE;
            case CARD_RETURNED -> EndingCause.CARD_RETURNED;
            case CARD_LAPSED -> EndingCause.CARD_LAPSED;
            case RECORD_ERROR -> EndingCause.RECORD_ERROR;
            case DISCARDED_BEFORE_DELIVERY -> EndingCause.DISCARDED_BEFORE_DELIVERY;
            case CARD_LOST -> EndingCause.CARD_LOST;
            case PHONE_LOST, PHONE_FOUND -> EndingCause.PHONE_LOST;
        };
    }

    RevocationReason reason() {
        return reason;
    }

    /** Whether all live certificates of the carrier are meant, not only the one named. */
    boolean concernsTheWholeCarrier() {
        return isAboutTheCard() || this == PHONE_LOST;
    }

    /** Whether a certificate on that carrier can have this ground. */
    boolean fits(Carrier carrier) {
        return switch (this) {
            case CARD_UNUSABLE, CARD_RETURNED, CARD_LAPSED, CARD_LOST -> carrier != Carrier.PHONE;
            case PHONE_LOST -> carrier == Carrier.PHONE;
            // A release is answered by what can be lifted, which no certificate on a card can.
            case PHONE_FOUND -> true;
            case HOLDER_REQUEST, KEY_COMPROMISED, RECORD_ERROR, DISCARDED_BEFORE_DELIVERY -> true;
        };
    }

    private boolean isAboutTheCard() {
        return this == CARD_UNUSABLE || this == CARD_RETURNED || this == CARD_LAPSED || this == CARD_LOST;
    }

    String rule() {
        return "2.2/" + name();
    }
}
