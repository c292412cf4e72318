package jp.tenkyo.lifecycle.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.tenkyo.lifecycle.contract.ClockContract;
import jp.tenkyo.lifecycle.contract.Input;
import jp.tenkyo.lifecycle.contract.Outputs;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Decision;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.simulation.SimulatedTime;
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

    /** What a clock record decides at once, in holders: more would make its transaction too long. Ticks do the rest. */
    private static final int DUE_AT_ONCE_MAX = 10_000;

    /** For what must be decided before anything else is: how much does not depend on the machine. */
    private static final Duration UNLIMITED = Duration.ofDays(1);

    private final DecisionSettings settings;
    private final InstantSource clock;
    private final RegistryPatience patience;
    private final Optional<SimulatedTime> simulation;

    private ProcessorContext<byte[], Outgoing> context;
    private TaskTime time;
    private Optional<ClockContract> clockReader;
    private HolderStore holders;
    private InputReader reader;
    private OutputWriter writer;
    private IssuerWalks issuers;
    private CommitPace pace;
    private DeadlineWalks deadlines;

    /** Deleted deadlines leave tombstones behind; the next tick seeks past them. */
    private Bytes ticked = BEGINNING;

    private Instant tickedAt = Instant.MIN;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    DecideProcessor(
            DecisionSettings settings,
            InstantSource clock,
            RegistryPatience patience,
            Optional<SimulatedTime> simulation) {
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
        this.simulation = simulation;
    }

    @Override
    public void init(ProcessorContext<byte[], Outgoing> context) {
        this.context = context;
        time = simulation
                .<TaskTime>map(board -> new TaskTime.Simulated(new BusinessClock(context, board)))
                .orElseGet(() -> new TaskTime.Machine(clock));
        holders = new HolderStore(context, settings.policy());
        clockReader = simulation.map(_ -> new ClockContract(settings.registry()));
        reader = new InputReader(settings.registry(), patience, settings.partitions());
        writer = new OutputWriter(context, settings.registry(), patience);
        issuers = new IssuerWalks(context, settings, time, holders, writer);
        pace = CommitPace.start(context, settings.commitEvery());
        deadlines = new DeadlineWalks(context, settings, holders);
        context.schedule(
                settings.ticks().every(),
                PunctuationType.WALL_CLOCK_TIME,
                _ -> tick(settings.ticks().atMost()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var origin = context.recordMetadata().orElseThrow();
        var topic = Topic.named(origin.topic()).orElseThrow();
        pace.took(record.timestamp());
        catchUp();
        if (topic == Topic.BUSINESS_CLOCK) {
            setClock(origin, record);
            return;
        }
        switch (reader.read(topic, origin.partition(), record.key(), record.value())) {
            case InputReader.Read.Understood(var input) -> take(input, origin, record);
            case InputReader.Read.Ours() -> {}
            case InputReader.Read.Poisoned(var poison) -> deadLetter(topic, origin, record, poison);
        }
    }

    /** A clock record, which lies on every partition: on its own, whatever its key. */
    private void setClock(RecordMetadata origin, Record<byte[], byte[]> record) {
        switch (patience.ask(() -> clockReader.orElseThrow().read(record.value()))) {
            case ClockContract.Read.At(var now) -> {
                time.advance(now);
                for (var decided = 0; time.mustCatchUp() && decided < DUE_AT_ONCE_MAX; ) {
                    decided += settings.ticks().holdersMax();
                    tick(UNLIMITED);
                }
            }
            case ClockContract.Read.Poisoned(var poison) -> deadLetter(Topic.BUSINESS_CLOCK, origin, record, poison);
        }
    }

    /** In a simulation all that is due by now is decided before the next record, so that the order is one and known. */
    private void catchUp() {
        while (time.mustCatchUp()) {
            tick(UNLIMITED);
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
        var now = Instant.ofEpochMilli(time.instant().toEpochMilli());
        var decision = issuers.take(input, issuerKeyId, now);
        time.dueLeft(true);
        outcome(input, decision, why(Optional.of(input.id()), input.occurredAt(), now), position, record);
    }

    private Decision decide(Input input, Command command, RecordMetadata position, Record<?, ?> record) {
        var stored = holders.find(input.holderId());
        var step = Lifecycle.handle(stored.holder(), command, time.instant(), settings.policy());
        var due = why(Optional.empty(), step.recordedAt(), step.recordedAt());
        var cause = why(Optional.of(input.id()), input.occurredAt(), step.recordedAt());
        var origin = new OutputWriter.Origin(record.headers(), record.timestamp());

        var awaited = writer.write(stored.holder(), step.due(), due, null);
        writer.write(awaited, step.decision().happened(), cause, origin);
        outcome(input, step.decision(), cause, position, record);
        holders.keep(stored, step.holder()).ifPresent(this::expect);
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

    /** A deadline that has passed already may lie before the place where the ticks have come to. */
    private void expect(Instant deadline) {
        if (!deadline.isAfter(tickedAt)) {
            ticked = BEGINNING;
        }
        if (!deadline.isAfter(time.instant())) {
            time.dueLeft(true);
        }
    }

    private void tick(Duration atMost) {
        var until = System.nanoTime() + atMost.toNanos();
        var now = time.instant();
        var from = now.isBefore(tickedAt) ? BEGINNING : ticked;
        tickedAt = now;
        var due = holders.due(from, now, settings.ticks().holdersMax());
        var decided = 0;
        while (decided < due.size() && (decided == 0 || System.nanoTime() - until < 0)) {
            var deadline = due.get(decided++);
            passTime(deadline, now);
            ticked = deadline.bytes();
        }
        issuers.tick();
        deadlines.tick(this::expect);
        var walking = issuers.isWalking() || deadlines.isWalking();
        if (!due.isEmpty() || walking) {
            pace.didDueWork();
        }
        time.dueLeft(decided < due.size() || due.size() == settings.ticks().holdersMax() || walking);
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
        clockReader.ifPresent(ClockContract::close);
    }
}
