package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.tenkyo.avro.CertificateAction;
import jp.tenkyo.avro.CertificateRegistration;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.DecisionTaken;
import jp.tenkyo.avro.DeliveryOutcome;
import jp.tenkyo.avro.IssuerCompromised;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Ground;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.PinRequest;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** From the input contracts to the core. Messages are complete: one body, every symbol known. */
public final class Inputs {

    private Inputs() {}

    public static Input of(ResidentChangeMessage message) {
        var body = message.getChange();
        var change = new ResidentChange(
                body.getEventId(),
                body.getHolderId(),
                body.getMunicipality(),
                body.getRecordNumber(),
                ChangeReason.valueOf(body.getReason().name()),
                changed(body.getChanged()),
                body.getEventDate(),
                Optional.ofNullable(body.getNotifiedDate()),
                body.getProcessedDate(),
                Optional.ofNullable(body.getPlannedMoveOutDate()),
                Optional.ofNullable(body.getContinuedUse()),
                Optional.ofNullable(body.getAmends()));
        return new Input(
                change.eventId(),
                change.holderId(),
                change.reason().name(),
                Optional.of(change.municipality()),
                Optional.of(change.recordNumber()),
                message.getOccurredAt(),
                new Command.RecordChange(change));
    }

    public static Input of(CertificateRequestMessage message) {
        if (message.getIssue() != null) {
            return registration(message.getIssue(), Registration.Type.ISSUE, message.getOccurredAt());
        }
        if (message.getRenew() != null) {
            return registration(message.getRenew(), Registration.Type.RENEW, message.getOccurredAt());
        }
        if (message.getRevoke() != null) {
            return action(message.getRevoke(), Ground.Request.REVOKE, message.getOccurredAt());
        }
        if (message.getHold() != null) {
            return action(message.getHold(), Ground.Request.HOLD, message.getOccurredAt());
        }
        if (message.getRelease() != null) {
            return action(message.getRelease(), Ground.Request.RELEASE, message.getOccurredAt());
        }
        return message.getDecisionTaken() != null
                ? taken(message.getDecisionTaken(), message.getOccurredAt())
                : pin(requestOf(message), message.getOccurredAt());
    }

    private static PinRequest requestOf(CertificateRequestMessage message) {
        if (message.getPinResult() != null) {
            return PinMessages.of(message.getPinResult());
        }
        return message.getPinReset() != null
                ? PinMessages.of(message.getPinReset())
                : PinMessages.of(message.getPinChange());
    }

    private static Input pin(PinRequest request, Instant occurredAt) {
        return new Input(
                request.requestId(),
                request.holderId(),
                PinMessages.typeOf(request),
                PinMessages.municipalityOf(request),
                Optional.empty(),
                occurredAt,
                new Command.ActOnPin(request));
    }

    private static Input taken(DecisionTaken body, Instant occurredAt) {
        var taken = new jp.tenkyo.lifecycle.core.DecisionTaken(
                body.getRequestId(),
                body.getHolderId(),
                body.getMunicipality(),
                certificateId(body.getCertificateId()),
                body.getFinding());
        return new Input(
                taken.requestId(),
                taken.holderId(),
                "DECISION_TAKEN",
                Optional.of(taken.municipality()),
                Optional.empty(),
                occurredAt,
                new Command.TakeDecision(taken));
    }

    public static Input of(NoticeDeliveryMessage message) {
        var delivery = message.getDelivery();
        return new Input(
                message.getId(),
                delivery.getHolderId(),
                delivery.getOutcome().name(),
                Optional.empty(),
                Optional.empty(),
                message.getOccurredAt(),
                new Command.SettleNotice(delivery.getNoticeId(), delivery.getOutcome() != DeliveryOutcome.RETRYING));
    }

    /**
     * That an issuer's key is compromised; the message must say so. Key ids are brought to lower case, as those of
     * certificates are.
     */
    public static Input of(IssuerCompromised body, Instant occurredAt) {
        return new Input(
                body.getRequestId(),
                "",
                "COMPROMISED",
                Optional.empty(),
                Optional.empty(),
                occurredAt,
                new Command.EndIssuer(body.getIssuerKeyId().toLowerCase(Locale.ROOT)));
    }

    private static Input registration(CertificateRegistration body, Registration.Type type, Instant occurredAt) {
        var registration = new Registration(
                body.getRequestId(),
                body.getHolderId(),
                body.getMunicipality(),
                type,
                Carrier.valueOf(body.getCarrier().name()),
                Kind.valueOf(body.getKind().name()),
                CertificateId.of(body.getIssuerKeyId(), body.getSerial()),
                body.getNotBefore(),
                body.getNotAfter(),
                body.getDateOfBirth(),
                Optional.ofNullable(body.getCardExpiresOn()),
                body.getRecordNumber());
        return new Input(
                body.getRequestId(),
                body.getHolderId(),
                type.name(),
                Optional.of(body.getMunicipality()),
                Optional.of(body.getRecordNumber()),
                occurredAt,
                new Command.RegisterCertificate(registration));
    }

    private static Input action(CertificateAction body, Ground.Request request, Instant occurredAt) {
        var action = new Action(
                body.getRequestId(),
                body.getHolderId(),
                body.getMunicipality(),
                request,
                certificateId(body.getCertificateId()),
                Ground.valueOf(body.getGround().name()));
        return new Input(
                body.getRequestId(),
                body.getHolderId(),
                request.name(),
                Optional.of(body.getMunicipality()),
                Optional.empty(),
                occurredAt,
                new Command.ActOnCertificate(action));
    }

    /** Where there is no colon the whole text stands as a key id that Form refuses. */
    private static CertificateId certificateId(String text) {
        return CertificateId.parse(text).orElseGet(() -> CertificateId.of(text, ""));
    }

    private static Set<ChangedAttribute> changed(Collection<jp.tenkyo.avro.ChangedAttribute> attributes) {
        var changed = EnumSet.noneOf(ChangedAttribute.class);
        attributes.forEach(attribute -> changed.add(ChangedAttribute.valueOf(attribute.name())));
        return changed;
    }
}
