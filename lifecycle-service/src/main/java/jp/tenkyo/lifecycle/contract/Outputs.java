package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.avro.Carrier;
import jp.tenkyo.avro.Cause;
import jp.tenkyo.avro.CauseKind;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateExpired;
import jp.tenkyo.avro.CertificateHeld;
import jp.tenkyo.avro.CertificateKind;
import jp.tenkyo.avro.CertificateRegistered;
import jp.tenkyo.avro.CertificateReleased;
import jp.tenkyo.avro.CertificateRevoked;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.ChangeReason;
import jp.tenkyo.avro.DecisionNeeded;
import jp.tenkyo.avro.DecisionSettled;
import jp.tenkyo.avro.Finding;
import jp.tenkyo.avro.InputDecided;
import jp.tenkyo.avro.Outcome;
import jp.tenkyo.avro.RevocationReason;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Decision;
import jp.tenkyo.lifecycle.core.Event;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.RevocationGround;
import jp.tenkyo.lifecycle.core.Status;

/**
 * From the core's events to the output contracts. Ids are derived, never drawn: the same input gives the same messages.
 */
public final class Outputs {

    public static final String SOURCE = "/tenkyo/lifecycle-service";

    private static final Cause DUE = new Cause(CauseKind.DUE, null);

    private Outputs() {}

    /**
     * Why and when something was decided.
     *
     * @param input that caused it; empty where an instant was reached
     * @param occurredAt of the cause
     */
    public record Context(Optional<String> input, Instant occurredAt, Instant recordedAt, String policyVersion) {

        private Cause cause() {
            return input.map(id -> new Cause(CauseKind.INPUT, id)).orElse(DUE);
        }
    }

    /** Where an input lay. */
    public record Position(String topic, int partition, long offset) {}

    /** The fact as others are told of it; {@code holder} is as the fact leaves it. */
    public static CertificateEventMessage event(Event.Fact fact, Holder holder, Context context) {
        var message = CertificateEventMessage.newBuilder()
                .setSource(SOURCE)
                .setOccurredAt(context.occurredAt())
                .setRecordedAt(context.recordedAt())
                .setHolderId(holder.id())
                .setCause(context.cause())
                .setRule(fact.rule())
                .setPolicyVersion(context.policyVersion());
        return switch (fact) {
            case Event.CertificateFact about -> {
                var certificate = holder.certificate(about.id()).orElseThrow();
                message.setId(certificate.id() + "/" + certificate.version());
                yield withBody(message, about, certificate).build();
            }
            case Event.RecordFact about -> RecordFacts.describe(message, about, holder.id());
            case Event.PinStateChanged(var name, var failures, var locked, var _) ->
                message.setId(String.join(
                                "/",
                                holder.id(),
                                "pins",
                                name.carrier().name(),
                                name.pin().name(),
                                Integer.toString(holder.pin(name).changes())))
                        .setPinStateChanged(PinMessages.changed(name, failures, locked))
                        .build();
            case Event.DecisionNeeded(var id, var finding, var _) ->
                message.setId(questionId(holder, id, finding) + "/needed")
                        .setDecisionNeeded(new DecisionNeeded(id.toString(), finding.name()))
                        .build();
            case Event.DecisionSettled(var id, var finding, var _) ->
                message.setId(questionId(holder, id, finding) + "/settled")
                        .setDecisionSettled(new DecisionSettled(id.toString(), finding.name()))
                        .build();
        };
    }

    private static String questionId(Holder holder, CertificateId id, jp.tenkyo.lifecycle.core.Finding.Code finding) {
        var asked = holder.question(id, finding).orElseThrow().asked();
        return id + "/" + finding + "/" + asked;
    }

    private static CertificateEventMessage.Builder withBody(
            CertificateEventMessage.Builder message, Event.CertificateFact fact, Certificate certificate) {
        var id = certificate.id().toString();
        var kind = kind(certificate);
        var carrier = carrier(certificate.carrier());
        var version = certificate.version();
        return switch (fact) {
            case Event.CertificateRegistered _ ->
                message.setCertificateRegistered(new CertificateRegistered(
                        id,
                        kind,
                        carrier,
                        certificate.municipality(),
                        certificate.recordNumber(),
                        certificate.notBefore(),
                        certificate.notAfter(),
                        version));
            case Event.CertificateRevoked revoked ->
                message.setCertificateRevoked(new CertificateRevoked(
                        id,
                        kind,
                        carrier,
                        reason(revoked.reason()),
                        revoked.revokedAt(),
                        revoked.ground().map(Outputs::changeReason).orElse(null),
                        version));
            case Event.CertificateHeld held ->
                message.setCertificateHeld(new CertificateHeld(id, kind, carrier, held.heldAt(), version));
            case Event.CertificateReleased _ ->
                message.setCertificateReleased(new CertificateReleased(id, kind, carrier, version));
            case Event.CertificateExpired _ ->
                message.setCertificateExpired(
                        new CertificateExpired(id, kind, carrier, certificate.notAfter(), version));
        };
    }

    /** The truth about a certificate for every channel. */
    public static CertificateStatus status(Certificate certificate, Instant recordedAt) {
        var status = CertificateStatus.newBuilder()
                .setCertificateId(certificate.id().toString())
                .setKind(kind(certificate))
                .setCarrier(carrier(certificate.carrier()))
                .setNotBefore(certificate.notBefore())
                .setNotAfter(certificate.notAfter())
                .setMunicipality(certificate.municipality())
                .setVersion(certificate.version())
                .setRecordedAt(recordedAt);
        return switch (certificate.status()) {
            case Status.Good() -> status.setStatus(CertificateState.GOOD).build();
            case Status.OnHold(var heldAt) ->
                status.setStatus(CertificateState.HOLD)
                        .setReason(RevocationReason.certificateHold)
                        .setRevokedAt(heldAt)
                        .build();
            case Status.Revoked(var why, var revokedAt) ->
                status.setStatus(CertificateState.REVOKED)
                        .setReason(reason(why))
                        .setRevokedAt(revokedAt)
                        .build();
            case Status.Expired() -> status.setStatus(CertificateState.EXPIRED).build();
        };
    }

    /** The one outcome of an input. */
    public static CertificateEventMessage decided(Input input, Position position, Decision decision, Context context) {
        var rule = decision.rules().isEmpty() ? "8/OUTCOME" : decision.rules().getFirst();
        return CertificateEventMessage.newBuilder()
                .setId(position.topic() + "/" + position.partition() + "/" + position.offset())
                .setSource(SOURCE)
                .setOccurredAt(context.occurredAt())
                .setRecordedAt(context.recordedAt())
                .setHolderId(input.holderId())
                .setCause(context.cause())
                .setRule(rule)
                .setPolicyVersion(context.policyVersion())
                .setInputDecided(InputDecided.newBuilder()
                        .setInputId(input.id())
                        .setInputTopic(position.topic())
                        .setInputPartition(position.partition())
                        .setInputOffset(position.offset())
                        .setHolderId(input.holderId())
                        .setInputType(input.type())
                        .setMunicipality(input.municipality().orElse(null))
                        .setRecordNumber(input.recordNumber().orElse(null))
                        .setOutcome(outcome(decision))
                        .setCode(decision.code().name())
                        .setRules(decision.rules())
                        .setFindings(decision.findings().stream()
                                .map(Outputs::finding)
                                .toList())
                        .setCertificateIds(certificateIds(input, decision))
                        .setRecordedAt(context.recordedAt())
                        .build())
                .build();
    }

    private static List<String> certificateIds(Input input, Decision decision) {
        var concerned = decision.happened().stream()
                .filter(Event.CertificateFact.class::isInstance)
                .map(event -> ((Event.CertificateFact) event).id().toString())
                .distinct()
                .toList();
        return concerned.isEmpty() ? named(input.command()).stream().toList() : concerned;
    }

    private static Optional<String> named(Command command) {
        return switch (command) {
            case Command.RegisterCertificate(var registration, var _) ->
                Optional.of(registration.certificateId()).map(CertificateId::toString);
            case Command.ActOnCertificate(var action) ->
                Optional.of(action.certificateId()).map(CertificateId::toString);
            case Command.TakeDecision(var taken) ->
                Optional.of(taken.certificateId()).map(CertificateId::toString);
            case Command.RecordChange _, Command.SettleNotice _, Command.ActOnPin _, Command.EndIssuer _ ->
                Optional.empty();
        };
    }

    private static Outcome outcome(Decision decision) {
        return switch (decision) {
            case Decision.Accepted _ -> Outcome.ACCEPTED;
            case Decision.Unchanged _ -> Outcome.UNCHANGED;
            case Decision.Rejected _ -> Outcome.REJECTED;
        };
    }

    private static Finding finding(jp.tenkyo.lifecycle.core.Finding finding) {
        return new Finding(
                finding.code().name(),
                finding.expected().orElse(null),
                finding.found().orElse(null));
    }

    static CertificateKind kind(Certificate certificate) {
        return CertificateKind.valueOf(certificate.kind().name());
    }

    static Carrier carrier(jp.tenkyo.lifecycle.core.Carrier carrier) {
        return Carrier.valueOf(carrier.name());
    }

    private static RevocationReason reason(jp.tenkyo.lifecycle.core.RevocationReason reason) {
        return RevocationReason.valueOf(reason.rfcName());
    }

    static ChangeReason changeReason(RevocationGround ground) {
        return ChangeReason.valueOf(ground.changeReason().name());
    }
}
