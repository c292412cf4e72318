package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import jp.tenkyo.avro.CertificateAction;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistration;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.DecisionTaken;
import jp.tenkyo.lifecycle.core.PinRequest;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;
import jp.tenkyo.schemas.Topic;

/** Puts inputs into their envelopes. The inputs' form must be sound: {@code Form} has no complaint. */
public final class InputMessages {

    private static final String TYPE_PREFIX = "jp.tenkyo.";

    private InputMessages() {}

    /** @param now when a door took it in */
    public static Outgoing of(ResidentChange change, Instant now) {
        var message = new ResidentChangeMessage(change.eventId(), Outgoing.SOURCE, now, now, body(change));
        return new Outgoing(
                Topic.RESIDENT_CHANGES,
                change.eventId(),
                change.holderId(),
                message,
                TYPE_PREFIX + "ResidentChange",
                now);
    }

    /** @param now when a door took it in */
    public static Outgoing of(Registration registration, Instant now) {
        var message = CertificateRequestMessage.newBuilder()
                .setId(registration.requestId())
                .setSource(Outgoing.SOURCE)
                .setOccurredAt(now)
                .setRecordedAt(now);
        var body = body(registration);
        var type =
                switch (registration.type()) {
                    case ISSUE -> {
                        message.setIssue(body);
                        yield "CertificateIssue";
                    }
                    case RENEW -> {
                        message.setRenew(body);
                        yield "CertificateRenewal";
                    }
                };
        return request(registration.requestId(), registration.holderId(), message.build(), type, now);
    }

    /** @param now when a door took it in */
    public static Outgoing of(Action action, Instant now) {
        var message = CertificateRequestMessage.newBuilder()
                .setId(action.requestId())
                .setSource(Outgoing.SOURCE)
                .setOccurredAt(now)
                .setRecordedAt(now);
        var body = body(action);
        var type =
                switch (action.request()) {
                    case REVOKE -> {
                        message.setRevoke(body);
                        yield "CertificateRevocationRequest";
                    }
                    case HOLD -> {
                        message.setHold(body);
                        yield "CertificateHoldRequest";
                    }
                    case RELEASE -> {
                        message.setRelease(body);
                        yield "CertificateReleaseRequest";
                    }
                };
        return request(action.requestId(), action.holderId(), message.build(), type, now);
    }

    /** @param now when a door took it in */
    public static Outgoing of(PinRequest request, Instant now) {
        var message = CertificateRequestMessage.newBuilder()
                .setId(request.requestId())
                .setSource(Outgoing.SOURCE)
                .setOccurredAt(now)
                .setRecordedAt(now);
        var type = PinMessages.put(request, message);
        return request(request.requestId(), request.holderId(), message.build(), type, now);
    }

    /** @param now when a door took it in */
    public static Outgoing of(DecisionTaken taken, Instant now) {
        var message = CertificateRequestMessage.newBuilder()
                .setId(taken.requestId())
                .setSource(Outgoing.SOURCE)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setDecisionTaken(new jp.tenkyo.avro.DecisionTaken(
                        taken.requestId(),
                        taken.holderId(),
                        taken.municipality(),
                        taken.certificateId().toString(),
                        taken.finding()))
                .build();
        return request(taken.requestId(), taken.holderId(), message, "DecisionTaken", now);
    }

    private static Outgoing request(
            String requestId, String holderId, CertificateRequestMessage message, String type, Instant now) {
        return new Outgoing(Topic.CERTIFICATE_REQUESTS, requestId, holderId, message, TYPE_PREFIX + type, now);
    }

    private static jp.tenkyo.avro.ResidentChange body(ResidentChange change) {
        return new jp.tenkyo.avro.ResidentChange(
                change.eventId(),
                change.holderId(),
                change.municipality(),
                change.recordNumber(),
                jp.tenkyo.avro.ChangeReason.valueOf(change.reason().name()),
                changed(change.changed()),
                change.eventDate(),
                change.notifiedDate().orElse(null),
                change.processedDate(),
                change.plannedMoveOutDate().orElse(null),
                change.continuedUse().orElse(null),
                change.amends().orElse(null));
    }

    /** In the order of the enum, so that one set always makes the same bytes. */
    private static List<jp.tenkyo.avro.ChangedAttribute> changed(Collection<ChangedAttribute> attributes) {
        return attributes.stream()
                .sorted()
                .map(attribute -> jp.tenkyo.avro.ChangedAttribute.valueOf(attribute.name()))
                .toList();
    }

    private static CertificateRegistration body(Registration registration) {
        return new CertificateRegistration(
                registration.requestId(),
                registration.holderId(),
                registration.municipality(),
                jp.tenkyo.avro.Carrier.valueOf(registration.carrier().name()),
                CertificateKind.valueOf(registration.kind().name()),
                registration.certificateId().issuerKeyId(),
                registration.certificateId().serial(),
                registration.notBefore(),
                registration.notAfter(),
                registration.dateOfBirth(),
                registration.cardExpiresOn().orElse(null),
                registration.recordNumber());
    }

    private static CertificateAction body(Action action) {
        return new CertificateAction(
                action.requestId(),
                action.holderId(),
                action.municipality(),
                action.certificateId().toString(),
                jp.tenkyo.avro.Ground.valueOf(action.ground().name()));
    }
}
