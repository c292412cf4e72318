package jp.tenkyo.notifier;

import static java.util.Objects.requireNonNull;
import static jp.tenkyo.notifier.Notices.because;
import static jp.tenkyo.notifier.Notices.certificate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.ChangedAttribute;
import jp.tenkyo.avro.EndingCause;
import jp.tenkyo.avro.NoticeStage;
import jp.tenkyo.notifier.core.Notice;

/** What can end a certificate or put it on hold, each with the name of its mail's golden file. */
public final class Endings {

    private static final LocalDate LAST_DAY = LocalDate.of(2030, 2, 17);
    private static final Notice.Certificate SIGNING = certificate(CertificateKind.SIGNING, LAST_DAY);
    private static final Notice.Certificate AUTHENTICATION = certificate(CertificateKind.AUTHENTICATION, LAST_DAY);

    private Endings() {}

    public static Map<String, Notice> all() {
        var all = new LinkedHashMap<String, Notice>();
        all.putAll(authenticationEnded());
        all.putAll(signingRevoked());
        all.putAll(others());
        return all;
    }

    public static Notice named(String name) {
        return requireNonNull(all().get(name));
    }

    private static Map<String, Notice> authenticationEnded() {
        var ended = new LinkedHashMap<String, Notice>();
        ended.put("ended-moved-abroad", byChange(ChangeReason.MOVED_ABROAD));
        ended.put("ended-deleted-ex-officio", byChange(ChangeReason.DELETED_EX_OFFICIO));
        ended.put("ended-individual-number", byChange(ChangeReason.INDIVIDUAL_NUMBER_CHANGED));
        ended.put(
                "ended-phone-individual-number",
                Notices.with(byChange(ChangeReason.INDIVIDUAL_NUMBER_CHANGED), Carrier.PHONE));
        ended.put("ended-move-out-timer", ended(EndingCause.MOVE_OUT_TIMER, AUTHENTICATION));
        ended.put(
                "ended-phone-move-out-timer",
                Notices.with(ended(EndingCause.MOVE_OUT_TIMER, AUTHENTICATION), Carrier.PHONE));
        ended.put("ended-holder-request", ended(EndingCause.HOLDER_REQUEST, AUTHENTICATION));
        ended.put("ended-key-compromised", ended(EndingCause.KEY_COMPROMISED, SIGNING, AUTHENTICATION));
        ended.put("ended-card-unusable", ended(EndingCause.CARD_UNUSABLE, SIGNING, AUTHENTICATION));
        ended.put("ended-card-returned", ended(EndingCause.CARD_RETURNED, SIGNING, AUTHENTICATION));
        ended.put("ended-card-lapsed", ended(EndingCause.CARD_LAPSED, SIGNING, AUTHENTICATION));
        ended.put(
                "ended-phone-with-card",
                because(
                        EndingCause.CARD_CERTIFICATE_ENDED,
                        NoticeStage.AUTHENTICATION_ENDED,
                        Carrier.PHONE,
                        SIGNING,
                        AUTHENTICATION));
        return ended;
    }

    private static Notice byChange(ChangeReason reason) {
        return because(
                EndingCause.RESIDENT_CHANGE,
                reason,
                Notices.at(NoticeStage.AUTHENTICATION_ENDED, Carrier.CARD, SIGNING, AUTHENTICATION));
    }

    private static Notice ended(EndingCause cause, Notice.Certificate... certificates) {
        return because(cause, NoticeStage.AUTHENTICATION_ENDED, Carrier.CARD, certificates);
    }

    private static Map<String, Notice> signingRevoked() {
        var revoked = new LinkedHashMap<String, Notice>();
        revoked.put("revoked-holder-request", revoked(EndingCause.HOLDER_REQUEST, Carrier.CARD));
        revoked.put("revoked-key-compromised", revoked(EndingCause.KEY_COMPROMISED, Carrier.CARD));
        revoked.put("revoked-card-unusable", revoked(EndingCause.CARD_UNUSABLE, Carrier.CARD));
        revoked.put("revoked-card-returned", revoked(EndingCause.CARD_RETURNED, Carrier.CARD));
        revoked.put("revoked-card-lapsed", revoked(EndingCause.CARD_LAPSED, Carrier.CARD));
        revoked.put("revoked-phone-with-card", revoked(EndingCause.CARD_CERTIFICATE_ENDED, Carrier.PHONE));
        revoked.put("revoked-phone-holder-request", revoked(EndingCause.HOLDER_REQUEST, Carrier.PHONE));
        return revoked;
    }

    private static Notice revoked(EndingCause cause, Carrier carrier) {
        return because(cause, NoticeStage.SIGNING_REVOKED, carrier, SIGNING);
    }

    private static Map<String, Notice> others() {
        var others = new LinkedHashMap<String, Notice>();
        others.put("record-error", recordError(ChangedAttribute.ADDRESS));
        others.put(
                "record-error-phone",
                because(EndingCause.RECORD_ERROR, NoticeStage.RECORD_ERROR, Carrier.PHONE, SIGNING));
        others.put(
                "record-error-entry-annulled",
                because(EndingCause.RECORD_ERROR, ChangeReason.ANNULLED_ENTRY, recordError()));
        others.put("on-hold-card", onHold(EndingCause.CARD_LOST, Carrier.CARD, SIGNING, AUTHENTICATION));
        others.put("on-hold-phone", onHold(EndingCause.PHONE_LOST, Carrier.PHONE, SIGNING, AUTHENTICATION));
        others.put("on-hold-phone-authentication", onHold(EndingCause.PHONE_LOST, Carrier.PHONE, AUTHENTICATION));
        others.put("on-hold-phone-signing", onHold(EndingCause.PHONE_LOST, Carrier.PHONE, SIGNING));
        others.put("issuer-compromised", issuerCompromised(Carrier.CARD, SIGNING, AUTHENTICATION));
        others.put("issuer-compromised-authentication", issuerCompromised(Carrier.CARD, AUTHENTICATION));
        others.put("issuer-compromised-phone", issuerCompromised(Carrier.PHONE, SIGNING));
        return others;
    }

    private static Notice recordError(ChangedAttribute... wrong) {
        return because(
                EndingCause.RECORD_ERROR,
                null,
                Notices.touching(Notices.at(NoticeStage.RECORD_ERROR, Carrier.CARD, SIGNING), wrong));
    }

    private static Notice onHold(EndingCause cause, Carrier carrier, Notice.Certificate... certificates) {
        return because(cause, NoticeStage.ON_HOLD, carrier, certificates);
    }

    private static Notice issuerCompromised(Carrier carrier, Notice.Certificate... certificates) {
        return because(EndingCause.ISSUER_COMPROMISED, NoticeStage.ISSUER_COMPROMISED, carrier, certificates);
    }
}
