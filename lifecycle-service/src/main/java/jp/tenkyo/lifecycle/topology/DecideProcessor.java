package jp.tenkyo.lifecycle.topology;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.tenkyo.lifecycle.contract.Input;
import jp.tenkyo.lifecycle.contract.Outputs;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Decision;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.streams.DeadLetterHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Takes in every input of a holder, and the passing of time, and asks the core what comes of it. */
final class DecideProcessor implements Processor<byte[], byte[], byte[], Outgoing> {

    private static final Bytes BEGINNING = Bytes.wrap(new byte[0]);

    private final DecisionSettings settings;
    private final InstantSource clock;
    private final RegistryPatience patience;

    private ProcessorContext<byte[], Outgoing> context;
    private HolderStore holders;
    private InputReader reader;
    private OutputWriter writer;
    private IssuerWalks issuers;

    /** Deleted deadlines leave tombstones behind; the next tick seeks past them. */
    private Bytes ticked = BEGINNING;

    private Instant tickedAt = Instant.MIN;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    DecideProcessor(DecisionSettings settings, InstantSource clock, RegistryPatience patience) {
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public void init(ProcessorContext<byte[], Outgoing> context) {
        this.context = context;
        holders = new HolderStore(context, settings.policy());
        reader = new InputReader(settings.registry(), patience, settings.partitions());
        writer = new OutputWriter(context, settings.registry(), patience);
        issuers = new IssuerWalks(context, settings, clock, holders, writer);
        context.schedule(settings.tickEvery(), PunctuationType.WALL_CLOCK_TIME, _ -> tick());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var origin = context.recordMetadata().orElseThrow();
        var topic = Topic.named(origin.topic()).orElseThrow();
        switch (reader.read(topic, origin.partition(), record.key(), record.value())) {
            case InputReader.Read.Understood(var input) -> take(input, origin, record);
            case InputReader.Read.Ours() -> {}
            case InputReader.Read.Poisoned(var poison) -> deadLetter(topic, origin, record, poison);
        }
    }

    private void take(Input input, RecordMetadata position, Record<?, ?> record) {
        switch (input.command()) {
            case Command.EndIssuer(var issuerKeyId) -> decideIssuer(input, issuerKeyId, position, record);
            case Command.RegisterCertificate(var made, var _) -> {
                var command = new Command.RegisterCertificate(made, issuers.standing(made));
                issuers.countLater(made, decide(input, command, position, record));
            }
            default -> decide(input, input.command(), position, record);
        }
    }

    private void decideIssuer(Input input, String issuerKeyId, RecordMetadata position, Record<?, ?> record) {
        var now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        var decision = issuers.take(input, issuerKeyId, now);
        outcome(input, decision, why(Optional.of(input.id()), input.occurredAt(), now), position, record);
    }

    private Decision decide(Input input, Command command, RecordMetadata position, Record<?, ?> record) {
        var stored = holders.find(input.holderId());
        var step = Lifecycle.handle(stored.holder(), command, clock.instant(), settings.policy());
        var due = why(Optional.empty(), step.recordedAt(), step.recordedAt());
        var cause = why(Optional.of(input.id()), input.occurredAt(), step.recordedAt());
        var origin = new OutputWriter.Origin(record.headers(), record.timestamp());

        var awaited = writer.write(stored.holder(), step.due(), due, null);
        writer.write(awaited, step.decision().happened(), cause, origin);
        outcome(input, step.decision(), cause, position, record);
        holders.keep(stored, step.holder());
        return step.decision();
    }

    private void outcome(
            Input input, Decision decision, Outputs.Context cause, RecordMetadata position, Record<?, ?> record) {
        writer.write(
                input,
                new Outputs.Position(position.topic(), position.partition(), position.offset()),
                decision,
                cause,
                new OutputWriter.Origin(record.headers(), record.timestamp()));
    }

    private void tick() {
        var now = clock.instant();
        var from = now.isBefore(tickedAt) ? BEGINNING : ticked;
        tickedAt = now;
        for (var deadline : holders.due(from, now, settings.duePerTickMax())) {
            passTime(deadline, now);
            ticked = deadline.bytes();
        }
        issuers.tick();
    }

    private void passTime(DeadlineKey deadline, Instant now) {
        var stored = holders.find(deadline.holderId());
        var passage = Lifecycle.passTime(stored.holder(), now, settings.policy());
        writer.write(stored.holder(), passage.due(), why(Optional.empty(), deadline.at(), passage.recordedAt()), null);
        holders.keep(stored, passage.holder());
    }

    private Outputs.Context why(Optional<String> input, Instant occurredAt, Instant recordedAt) {
        return new Outputs.Context(
                input, occurredAt, recordedAt, settings.policy().version());
    }

    private void deadLetter(
            Topic topic, RecordMetadata position, Record<byte[], byte[]> record, Decoded.Poison<?> poison) {
        context.forward(record.withValue(new Outgoing(topic.deadLetters(), record.value()))
                .withHeaders(DeadLetterHeaders.of(record, position, poison)));
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
