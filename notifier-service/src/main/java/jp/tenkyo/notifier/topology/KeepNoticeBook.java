package jp.tenkyo.notifier.topology;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.tenkyo.notifier.contract.Contracts;
import jp.tenkyo.notifier.contract.DeliveryHeaders;
import jp.tenkyo.notifier.contract.Inbound;
import jp.tenkyo.notifier.core.ContactPoint;
import jp.tenkyo.notifier.core.Delivery;
import jp.tenkyo.schemas.CloudEventHeaders;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.Routing;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.streams.DeadLetterHeaders;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads the inputs of one partition into its stores. Sends nothing: that is the sender's work, outside. */
// Kafka Streams calls init before anything else.
@SuppressWarnings("NullAway.Init")
final class KeepNoticeBook implements Processor<byte @Nullable [], byte @Nullable [], byte @Nullable [], Outgoing> {

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final BookKeeping settings;
    private final Contracts contracts;
    private ProcessorContext<byte @Nullable [], Outgoing> context;
    private KeyValueStore<String, ContactPoint> contactPoints;
    private NoticeBook book;
    private long turn;

    KeepNoticeBook(BookKeeping settings) {
        this.settings = settings;
        this.contracts = new Contracts(settings.registry());
    }

    @Override
    public void init(ProcessorContext<byte @Nullable [], Outgoing> given) {
        context = given;
        contactPoints = given.getStateStore(Names.CONTACT_POINTS);
        book = new NoticeBook(
                given.getStateStore(Names.OUTBOX),
                given.getStateStore(Names.STANDINGS),
                given.getStateStore(Names.FORGETTABLE),
                settings.backOff(),
                settings.settledKeptFor());
        given.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> book.sweep(now()));
        turn = settings.partitions().opened(given.taskId().partition());
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> input) {
        var origin = context.recordMetadata().orElseThrow();
        var topic = Topic.named(origin.topic()).orElseThrow();
        switch (read(topic, origin, input)) {
            case Inbound.Planned(var notice) -> say(book.plan(notice, now()), input);
            case Inbound.Withdrawn(var noticeId, var holderId, var reason) ->
                say(book.withdraw(noticeId, holderId, reason.name(), now()), input);
            case Inbound.Delivered(var delivery) -> delivered(delivery);
            case Inbound.ContactKnown(var holderId, var contact) -> contactPoints.put(holderId, contact);
            case Inbound.ContactForgotten(var holderId) -> contactPoints.delete(holderId);
            case Inbound.Poison(var fault) -> bury(topic, origin, input, fault);
        }
    }

    private Inbound read(Topic topic, RecordMetadata origin, Record<byte @Nullable [], byte @Nullable []> input) {
        var misplaced = Routing.fault(input.key(), origin.partition(), settings.partitionCount());
        return misplaced.isPresent()
                ? new Inbound.Poison(misplaced.get())
                : settings.patience().ask(() -> contracts.read(topic, requireNonNull(input.key()), input.value()));
    }

    private void delivered(Delivery delivery) {
        book.delivered(delivery, now());
        settings.seen().accept(delivery.outcome());
    }

    private void say(Optional<Delivery> told, Record<byte @Nullable [], byte @Nullable []> cause) {
        told.ifPresent(delivery -> {
            var value = settings.patience().ask(() -> contracts.write(delivery));
            var headers = new RecordHeaders();
            DeliveryHeaders.add(headers, delivery);
            CloudEventHeaders.continueTrace(cause.headers(), headers);
            context.forward(new Record<>(
                    cause.key(),
                    new Outgoing(Topic.NOTICE_DELIVERIES, value),
                    delivery.at().toEpochMilli(),
                    headers));
        });
    }

    private void bury(
            Topic topic,
            RecordMetadata origin,
            Record<byte @Nullable [], byte @Nullable []> input,
            Decoded.Poison<?> fault) {
        context.forward(input.withValue(new Outgoing(topic.deadLetters(), input.value()))
                .withHeaders(DeadLetterHeaders.of(input, origin, fault)));
        settings.buried().accept(fault.cause());
    }

    private Instant now() {
        return settings.clock().instant();
    }

    @Override
    public void close() {
        settings.partitions().closed(context.taskId().partition(), turn);
        contracts.close();
    }
}
