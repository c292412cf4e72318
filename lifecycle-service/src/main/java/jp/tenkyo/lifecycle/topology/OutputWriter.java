package jp.tenkyo.lifecycle.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.lifecycle.contract.Input;
import jp.tenkyo.lifecycle.contract.IssuerMessages;
import jp.tenkyo.lifecycle.contract.NoticeMessages;
import jp.tenkyo.lifecycle.contract.Outputs;
import jp.tenkyo.lifecycle.core.Decision;
import jp.tenkyo.lifecycle.core.Event;
import jp.tenkyo.lifecycle.core.Evolution;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.schemas.Bodies;
import jp.tenkyo.schemas.CloudEventHeaders;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts what was decided into the output contracts and sends it on. */
final class OutputWriter implements AutoCloseable {

    /** Kafka timestamp, in milliseconds, of the input that caused a status: for the event-to-status delay. */
    static final String INPUT_TIMESTAMP = "tenkyo-input-timestamp";

    private final ProcessorContext<byte[], Outgoing> context;
    private final RegistryPatience patience;
    private final MessageCodec<CertificateEventMessage> events;
    private final MessageCodec<CertificateStatus> statuses;
    private final MessageCodec<NoticeMessage> notices;
    private final MessageCodec<IssuerEventMessage> issuerEvents;

    OutputWriter(ProcessorContext<byte[], Outgoing> context, Map<String, ?> registry, RegistryPatience patience) {
        this.context = context;
        this.patience = patience;
        this.events = new MessageCodec<>(Topic.CERTIFICATE_EVENTS, CertificateEventMessage.class, registry);
        this.statuses = new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry);
        this.notices = new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, registry);
        this.issuerEvents = new MessageCodec<>(Topic.ISSUER_EVENTS, IssuerEventMessage.class, registry);
    }

    /** The input that is being decided: its headers and Kafka timestamp. */
    record Origin(Headers headers, long timestamp) {}

    /** Writes all that the events mean to others, and returns the holder as they leave it. */
    Holder write(Holder before, List<Event> happened, Outputs.Context why, @Nullable Origin origin) {
        var holder = before;
        for (var event : happened) {
            holder = Evolution.evolve(holder, event);
            switch (event) {
                case Event.CertificateFact fact -> {
                    write(Outputs.event(fact, holder, why), origin);
                    var certificate = holder.certificate(fact.id()).orElseThrow();
                    write(Outputs.status(certificate, why.recordedAt()), why.occurredAt(), origin);
                }
                case Event.Fact fact -> write(Outputs.event(fact, holder, why), origin);
                case Event.NoticePlanned(var notice) ->
                    write(holder.id(), NoticeMessages.planned(notice, holder, why), origin);
                case Event.NoticeWithdrawn withdrawn ->
                    write(holder.id(), NoticeMessages.withdrawn(withdrawn, holder.id(), why), origin);
                case Event.WaitingEnded _,
                        Event.ChangeRemembered _,
                        Event.ArrivalRemembered _,
                        Event.RecordNumbersNoted _,
                        Event.HolderDied _,
                        Event.StagePassed _,
                        Event.NoticeSettled _,
                        Event.PinSequenceTaken _ -> {}
            }
        }
        return holder;
    }

    /** Writes the one outcome of an input. */
    void write(Input input, Outputs.Position position, Decision decision, Outputs.Context why, Origin origin) {
        write(input.outcomeKey(), Outputs.decided(input, position, decision, why), origin);
    }

    /** Writes how far this partition is, to this partition. */
    void write(IssuerMessages.Progress progress, Instant now) {
        var message = IssuerMessages.of(progress, now);
        var headers = new RecordHeaders();
        CloudEventHeaders.add(headers, message.getId(), Outputs.SOURCE, IssuerMessages.PROGRESS_TYPE, now);
        var value = patience.ask(() -> issuerEvents.encode(message));
        forward(
                progress.issuerKeyId(),
                new Outgoing(Topic.ISSUER_EVENTS, Optional.of(progress.partition()), value),
                headers);
    }

    private void write(CertificateEventMessage message, @Nullable Origin origin) {
        write(message.getHolderId(), message, origin);
    }

    private void write(String key, CertificateEventMessage message, @Nullable Origin origin) {
        var headers = headers(
                message.getId(),
                Bodies.of(message).orElseThrow().getSchema().getName(),
                message.getOccurredAt(),
                origin);
        var value = patience.ask(() -> events.encode(message));
        forward(key, new Outgoing(Topic.CERTIFICATE_EVENTS, value), headers);
    }

    private void write(CertificateStatus status, Instant occurredAt, @Nullable Origin origin) {
        var id = status.getCertificateId() + "/" + status.getVersion();
        var headers = headers(id, "CertificateStatus", occurredAt, origin);
        if (origin != null) {
            headers.add(INPUT_TIMESTAMP, Long.toString(origin.timestamp()).getBytes(UTF_8));
        }
        var value = patience.ask(() -> statuses.encode(status));
        forward(status.getCertificateId(), new Outgoing(Topic.CERTIFICATE_STATUS, value), headers);
    }

    private void write(String holderId, NoticeMessage message, @Nullable Origin origin) {
        var type = message.getPlanned() == null ? "NoticeWithdrawn" : "NoticePlanned";
        var headers = headers(message.getId(), type, message.getOccurredAt(), origin);
        var value = patience.ask(() -> notices.encode(message));
        forward(holderId, new Outgoing(Topic.NOTICES, value), headers);
    }

    private static Headers headers(String id, String type, Instant occurredAt, @Nullable Origin origin) {
        var headers = new RecordHeaders();
        CloudEventHeaders.add(headers, id, Outputs.SOURCE, "jp.tenkyo." + type, occurredAt);
        if (origin != null) {
            CloudEventHeaders.continueTrace(origin.headers(), headers);
        }
        return headers;
    }

    private void forward(String key, Outgoing outgoing, Headers headers) {
        context.forward(new Record<>(key.getBytes(UTF_8), outgoing, context.currentSystemTimeMs(), headers));
    }

    @Override
    public void close() {
        events.close();
        statuses.close();
        notices.close();
        issuerEvents.close();
    }
}
