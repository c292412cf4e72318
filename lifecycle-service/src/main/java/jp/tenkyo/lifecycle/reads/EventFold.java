package jp.tenkyo.lifecycle.reads;

import java.util.List;
import jp.tenkyo.avro.CauseKind;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateExpired;
import jp.tenkyo.avro.CertificateHeld;
import jp.tenkyo.avro.CertificateRegistered;
import jp.tenkyo.avro.CertificateReleased;
import jp.tenkyo.avro.CertificateRevoked;
import jp.tenkyo.avro.ChangeWaiting;
import jp.tenkyo.avro.DecisionNeeded;
import jp.tenkyo.avro.DecisionSettled;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.PinStateChanged;
import jp.tenkyo.lifecycle.reads.TimelineStep.Finding;
import jp.tenkyo.lifecycle.reads.TimelineStep.Happened;
import jp.tenkyo.lifecycle.reads.TimelineStep.Input;
import org.apache.avro.specific.SpecificRecord;

/** What one message of {@code certificate-events} means for a holder's certificates and timeline. */
final class EventFold {

    private EventFold() {}

    static HolderRecord apply(HolderRecord holder, CertificateEventMessage message) {
        return switch (bodyOf(message)) {
            case CertificateRegistered body -> holder.with(registered(body));
            case CertificateRevoked body ->
                holder.changing(
                        body.getCertificateId(),
                        one -> one.changedTo(
                                CertificateView.REVOKED,
                                body.getReason().name(),
                                body.getRevokedAt(),
                                body.getVersion()));
            case CertificateHeld body ->
                holder.changing(
                        body.getCertificateId(),
                        one -> one.changedTo(
                                CertificateView.HOLD, "certificateHold", body.getHeldAt(), body.getVersion()));
            case CertificateReleased body ->
                holder.changing(
                        body.getCertificateId(),
                        one -> one.changedTo(CertificateView.GOOD, null, null, body.getVersion()));
            case CertificateExpired body ->
                holder.changing(
                        body.getCertificateId(),
                        one -> one.changedTo(CertificateView.EXPIRED, null, null, body.getVersion()));
            case PinStateChanged body -> holder.with(pin(body));
            case DecisionNeeded body -> holder.with(needed(body, message));
            case DecisionSettled body -> holder.without(body.getCertificateId(), body.getFinding());
            default -> holder;
        };
    }

    private static PinView pin(PinStateChanged body) {
        return new PinView(body.getPin().name(), body.getCarrier().name(), body.getFailures(), body.getLocked());
    }

    private static DecisionView needed(DecisionNeeded body, CertificateEventMessage message) {
        return new DecisionView(
                body.getCertificateId(),
                message.getHolderId(),
                body.getFinding(),
                message.getRecordedAt(),
                message.getCause().getInputId());
    }

    static TimelineStep step(CertificateEventMessage message) {
        return bodyOf(message) instanceof InputDecided decided
                ? decided(message, decided)
                : new TimelineStep(
                        message.getRecordedAt(),
                        isDue(message) ? TimelineStep.DUE : TimelineStep.INPUT,
                        isDue(message)
                                ? null
                                : new Input(String.valueOf(message.getCause().getInputId()), null, null, null, null),
                        null,
                        null,
                        List.of(message.getRule()),
                        List.of(),
                        List.of(happened(bodyOf(message))));
    }

    private static boolean isDue(CertificateEventMessage message) {
        return message.getCause().getKind() == CauseKind.DUE;
    }

    private static TimelineStep decided(CertificateEventMessage message, InputDecided decided) {
        return new TimelineStep(
                message.getRecordedAt(),
                TimelineStep.INPUT,
                new Input(
                        decided.getInputId(),
                        decided.getInputType(),
                        decided.getInputTopic(),
                        decided.getMunicipality(),
                        decided.getRecordNumber()),
                decided.getOutcome().name(),
                decided.getCode(),
                List.copyOf(decided.getRules()),
                decided.getFindings().stream()
                        .map(one -> new Finding(one.getCode(), one.getExpected(), one.getFound()))
                        .toList(),
                List.of());
    }

    private static Happened happened(SpecificRecord body) {
        return switch (body) {
            case CertificateRegistered one -> about(body, one.getCertificateId(), one.getVersion());
            case CertificateRevoked one ->
                new Happened(
                        "CertificateRevoked",
                        one.getCertificateId(),
                        one.getVersion(),
                        one.getReason().name(),
                        one.getChangeReason() == null
                                ? null
                                : one.getChangeReason().name(),
                        null,
                        null,
                        null);
            case CertificateHeld one -> about(body, one.getCertificateId(), one.getVersion());
            case CertificateReleased one -> about(body, one.getCertificateId(), one.getVersion());
            case CertificateExpired one -> about(body, one.getCertificateId(), one.getVersion());
            case ChangeWaiting one ->
                new Happened(
                        "ChangeWaiting", null, null, null, one.getReason().name(), one.getEffectiveOn(), null, null);
            case PinStateChanged one -> new Happened("PinStateChanged", null, null, null, null, null, pin(one), null);
            case DecisionNeeded one -> decision(body, one.getCertificateId(), one.getFinding());
            case DecisionSettled one -> decision(body, one.getCertificateId(), one.getFinding());
            default -> new Happened(body.getSchema().getName(), null, null, null, null, null, null, null);
        };
    }

    private static Happened about(SpecificRecord body, String certificateId, int version) {
        return new Happened(body.getSchema().getName(), certificateId, version, null, null, null, null, null);
    }

    private static Happened decision(SpecificRecord body, String certificateId, String finding) {
        return new Happened(body.getSchema().getName(), certificateId, null, null, null, null, null, finding);
    }

    private static CertificateView registered(CertificateRegistered body) {
        return new CertificateView(
                body.getCertificateId(),
                body.getKind().name(),
                body.getCarrier().name(),
                CertificateView.GOOD,
                null,
                null,
                body.getNotBefore(),
                body.getNotAfter(),
                body.getMunicipality(),
                body.getVersion());
    }

    /** The one body that is set: a message without one is a dead letter and does not come here. */
    private static SpecificRecord bodyOf(CertificateEventMessage message) {
        return message.getSchema().getFields().stream()
                .filter(field -> field.schema().isUnion())
                .map(field -> message.get(field.pos()))
                .filter(SpecificRecord.class::isInstance)
                .map(SpecificRecord.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
