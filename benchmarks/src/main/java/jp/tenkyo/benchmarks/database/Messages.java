package jp.tenkyo.benchmarks.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.lifecycle.contract.Input;
import jp.tenkyo.lifecycle.contract.NoticeMessages;
import jp.tenkyo.lifecycle.contract.Outputs;
import jp.tenkyo.lifecycle.core.Event;
import jp.tenkyo.lifecycle.core.Evolution;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.schemas.Bodies;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;

/** What was decided, as the output contracts have it. Not safe for use by several threads. */
final class Messages implements AutoCloseable {

    /** Type of the one outcome of an input, which is the last message of it; its id is the input's position. */
    static final String OUTCOME = "jp.tenkyo.InputDecided";

    private static final String TYPES = "jp.tenkyo.";

    private final MessageCodec<CertificateEventMessage> events;
    private final MessageCodec<CertificateStatus> statuses;
    private final MessageCodec<NoticeMessage> notices;
    private final String policyVersion;

    Messages(Map<String, ?> registry, String policyVersion) {
        this.events = new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry);
        this.statuses = new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry);
        this.notices = new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, registry);
        this.policyVersion = policyVersion;
    }

    /** All that others are told of a step. */
    void tell(Holder before, Input input, Outputs.Position position, Lifecycle.Step step, Consumer<Message> to) {
        var due = why(Optional.empty(), step.recordedAt(), step.recordedAt());
        var cause = why(Optional.of(input.id()), input.occurredAt(), step.recordedAt());
        var awaited = tell(before, step.due(), due, to);
        tell(awaited, step.decision().happened(), cause, to);
        tell(Outputs.decided(input, position, step.decision(), cause), to);
    }

    private Outputs.Context why(Optional<String> input, Instant occurredAt, Instant recordedAt) {
        return new Outputs.Context(input, occurredAt, recordedAt, policyVersion);
    }

    private Holder tell(Holder before, List<Event> happened, Outputs.Context why, Consumer<Message> to) {
        var holder = before;
        for (var event : happened) {
            holder = Evolution.evolve(holder, event);
            if (event instanceof Event.Fact fact) {
                tell(Outputs.event(fact, holder, why), to);
            }
            if (event instanceof Event.CertificateFact fact) {
                var certificate = holder.certificate(fact.id()).orElseThrow();
                tell(Outputs.status(certificate, why.recordedAt()), why.occurredAt(), to);
            }
            if (event instanceof Event.NoticePlanned(var notice)) {
                tell(holder.id(), "NoticePlanned", NoticeMessages.planned(notice, holder, why), to);
            }
            if (event instanceof Event.NoticeWithdrawn withdrawn) {
                tell(holder.id(), "NoticeWithdrawn", NoticeMessages.withdrawn(withdrawn, holder.id(), why), to);
            }
        }
        return holder;
    }

    private void tell(CertificateEventMessage message, Consumer<Message> to) {
        to.accept(new Message(
                Topic.CERTIFICATE_EVENTS.topicName(),
                message.getHolderId(),
                events.encode(message),
                message.getId(),
                TYPES + Bodies.of(message).orElseThrow().getSchema().getName(),
                message.getOccurredAt()));
    }

    private void tell(CertificateStatus status, Instant occurredAt, Consumer<Message> to) {
        to.accept(new Message(
                Topic.CERTIFICATE_STATUS.topicName(),
                status.getCertificateId(),
                statuses.encode(status),
                status.getCertificateId() + "/" + status.getVersion(),
                TYPES + "CertificateStatus",
                occurredAt));
    }

    private void tell(String holderId, String type, NoticeMessage message, Consumer<Message> to) {
        to.accept(new Message(
                Topic.NOTICES.topicName(),
                holderId,
                notices.encode(message),
                message.getId(),
                TYPES + type,
                message.getOccurredAt()));
    }

    @Override
    public void close() {
        events.close();
        statuses.close();
        notices.close();
    }
}
