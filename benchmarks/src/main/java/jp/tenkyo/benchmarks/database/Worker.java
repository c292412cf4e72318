package jp.tenkyo.benchmarks.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.lifecycle.contract.Input;
import jp.tenkyo.lifecycle.contract.Inputs;
import jp.tenkyo.lifecycle.contract.Outputs;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Event;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Takes in what a consumer polls, in one transaction for each batch. Not safe for use by several threads. */
final class Worker implements AutoCloseable {

    private final Policy policy;
    private final Rows rows;
    private final Relay relay;
    private final Messages messages;
    private Map<TopicPartition, OffsetAndMetadata> sending = Map.of();
    private final MessageCodec<ResidentChangeMessage> changes;
    private final MessageCodec<CertificateRequestMessage> requests;

    Worker(Rows rows, Relay relay, Policy policy, Map<String, ?> registry) {
        this.relay = relay;
        this.policy = policy;
        this.rows = rows;
        this.messages = new Messages(registry, policy.version());
        this.changes = new MessageCodec<>(Topic.RESIDENT_CHANGES, ResidentChangeMessage.class, registry);
        this.requests = new MessageCodec<>(Topic.CERTIFICATE_REQUESTS, CertificateRequestMessage.class, registry);
    }

    private record Taken(Input input, Outputs.Position position) {}

    /**
     * Returns when all of it is committed, and what was taken before it is sent as well.
     *
     * @return how far what is sent goes now; nothing where it goes no further
     */
    Map<TopicPartition, OffsetAndMetadata> take(ConsumerRecords<byte[], byte[]> records) throws SQLException {
        var inputs = new ArrayList<Taken>();
        var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var record : records) {
            inputs.add(new Taken(
                    input(record), new Outputs.Position(record.topic(), record.partition(), record.offset())));
            positions.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        var out = decide(inputs);
        rows.keepPositions(positions);
        var batch = rows.addBatch(out);
        relay.finish();
        rows.commit();
        relay.send(batch, out);
        var sent = sending;
        sending = positions;
        return sent;
    }

    /**
     * Returns when all that was taken is sent.
     *
     * @return how far that goes; nothing where it goes no further
     */
    Map<TopicPartition, OffsetAndMetadata> finish() throws SQLException {
        relay.finish();
        rows.commit();
        var sent = sending;
        sending = Map.of();
        return sent;
    }

    private List<Message> decide(List<Taken> inputs) throws SQLException {
        var now = Instant.now();
        var ids = new HashSet<String>();
        inputs.forEach(one -> ids.add(one.input.holderId()));
        var holders = rows.find(ids);
        var concerned = new LinkedHashMap<CertificateId, String>();
        var out = new ArrayList<Message>();
        for (var one : inputs) {
            var id = one.input.holderId();
            var before = holders.getOrDefault(id, Holder.unknown(id));
            var step = Lifecycle.handle(before, one.input.command(), now, policy);
            messages.tell(before, one.input, one.position, step, out::add);
            factsOf(step).forEach(fact -> concerned.put(fact.id(), id));
            holders.put(id, step.holder());
        }
        rows.keep(holders.values());
        rows.keepCertificates(concerned, holders);
        rows.addSteps(out.stream().filter(Worker::isEvent).toList());
        return out;
    }

    private static Stream<Event.CertificateFact> factsOf(Lifecycle.Step step) {
        return Stream.concat(step.due().stream(), step.decision().happened().stream())
                .filter(Event.CertificateFact.class::isInstance)
                .map(Event.CertificateFact.class::cast);
    }

    private static boolean isEvent(Message message) {
        return message.topic().equals(Topic.CERTIFICATE_EVENTS.topicName());
    }

    private Input input(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(Topic.RESIDENT_CHANGES.topicName())
                ? Inputs.of(understood(changes.decode(record.value())))
                : Inputs.of(understood(requests.decode(record.value())));
    }

    private static <T extends SpecificRecord> T understood(Decoded<T> decoded) {
        return switch (decoded) {
            case Decoded.Understood<T>(var message) -> message;
            case Decoded.Poison<T> poison -> throw new IllegalStateException("Cannot be read: " + poison);
        };
    }

    @Override
    public void close() throws SQLException {
        messages.close();
        changes.close();
        requests.close();
        rows.close();
    }
}
