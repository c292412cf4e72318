package jp.tenkyo.lifecycle.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import jp.tenkyo.schemas.Bodies;
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
                        body.getVersion(),
                        one -> one.changedTo(
                                CertificateView.REVOKED,
                                body.getReason().name(),
                                body.getRevokedAt(),
                                body.getVersion()));
            case CertificateHeld body ->
                holder.changing(
                        body.getCertificateId(),
                        body.getVersion(),
                        one -> one.changedTo(
                                CertificateView.HOLD, "certificateHold", body.getHeldAt(), body.getVersion()));
            case CertificateReleased body ->
                holder.changing(
                        body.getCertificateId(),
                        body.getVersion(),
                        one -> one.changedTo(CertificateView.GOOD, null, null, body.getVersion()));
            case CertificateExpired body ->
                holder.changing(
                        body.getCertificateId(),
                        body.getVersion(),
                        one -> one.changedTo(CertificateView.EXPIRED, null, null, body.getVersion()));
            case PinStateChanged body -> holder.with(pin(body));
            default -> holder;
        };
    }

    private static PinView pin(PinStateChanged body) {
        return new PinView(body.getPin().name(), body.getCarrier().name(), body.getFailures(), body.getLocked());
    }

    /** What a person must decide since; empty for a message about anything else. */
    static Optional<DecisionView> needed(CertificateEventMessage message) {
        return Optional.ofNullable(message.getDecisionNeeded())
                .map(needed -> new DecisionView(
                        needed.getCertificateId(),
                        message.getHolderId(),
                        needed.getFinding(),
                        message.getRecordedAt(),
                        message.getCause().getInputId()));
    }

    /** Key of what is left to nobody any more. */
    static Optional<String> settled(CertificateEventMessage message) {
        return Optional.ofNullable(message.getDecisionSettled())
                .map(settled -> DecisionView.key(settled.getCertificateId(), settled.getFinding()));
    }

    /** Whether the message changes what is stored of a holder. */
    static boolean changesHolder(CertificateEventMessage message) {
        return switch (bodyOf(message)) {
            case CertificateRegistered _,
                    CertificateRevoked _,
                    CertificateHeld _,
                    CertificateReleased _,
                    CertificateExpired _,
                    PinStateChanged _ -> true;
            default -> false;
        };
    }

    /** The history that the messages tell, oldest first: an input with its effects is one step. */
    static List<TimelineStep> timeline(List<CertificateEventMessage> messages) {
        var steps = new ArrayList<TimelineStep>();
        for (var message : messages) {
            var step = step(message);
            if (!steps.isEmpty() && steps.getLast().isContinuedBy(step)) {
                steps.set(steps.size() - 1, steps.getLast().with(step));
            } else {
                steps.add(step);
            }
        }
        return List.copyOf(steps);
    }

    private static TimelineStep step(CertificateEventMessage message) {
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

    /** A message without a body is a dead letter and does not come here. */
    private static SpecificRecord bodyOf(CertificateEventMessage message) {
        return Bodies.of(message).orElseThrow();
    }
}
