package jp.tenkyo.quickstart.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The systems that send: each call returns when the broker has what was sent. */
final class Outside implements AutoCloseable {

    private static final int TAKEN_WITHIN_SECONDS = 30;

    private final KafkaProducer<String, byte[]> producer;
    private final MessageCodec<ResidentChangeMessage> changes;
    private final MessageCodec<CertificateRequestMessage> requests;
    private final MessageCodec<ContactPoint> contacts;

    Outside(Surroundings surroundings) {
        var registry = Map.of("schema.registry.url", surroundings.registryUrl());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", surroundings.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        changes = new MessageCodec<>(Topic.RESIDENT_CHANGES, ResidentChangeMessage.class, registry);
        requests = new MessageCodec<>(Topic.CERTIFICATE_REQUESTS, CertificateRequestMessage.class, registry);
        contacts = new MessageCodec<>(Topic.CONTACT_POINTS, ContactPoint.class, registry);
    }

    void issue(String holderId, int serial) {
        send(Topic.CERTIFICATE_REQUESTS, holderId, requests.encode(Messages.issue(holderId, serial)));
    }

    /** One certificate for each holder, numbered on from the first one's. */
    void issueAll(List<String> holderIds, int firstSerial) {
        sendAll(IntStream.range(0, holderIds.size())
                .mapToObj(n -> record(
                        Topic.CERTIFICATE_REQUESTS,
                        holderIds.get(n),
                        requests.encode(Messages.issue(holderIds.get(n), firstSerial + n)))));
    }

    RecordMetadata move(String holderId, int recordNumber) {
        return send(Topic.RESIDENT_CHANGES, holderId, encoded(holderId, recordNumber));
    }

    /** Each holder moves to that version of the record. */
    void moveAll(List<String> holderIds, int recordNumber) {
        sendAll(holderIds.stream()
                .map(holder -> record(Topic.RESIDENT_CHANGES, holder, encoded(holder, recordNumber))));
    }

    byte[] encoded(String holderId, int recordNumber) {
        return changes.encode(Messages.moved(holderId, recordNumber));
    }

    void reachableAt(String holderId) {
        send(Topic.CONTACT_POINTS, holderId, contacts.encode(Messages.contact(holderId)));
    }

    RecordMetadata sendBytes(String holderId, byte[] value) {
        return send(Topic.RESIDENT_CHANGES, holderId, value);
    }

    RecordMetadata sendBytes(String holderId, String value) {
        return sendBytes(holderId, value.getBytes(UTF_8));
    }

    private RecordMetadata send(Topic topic, String key, byte[] value) {
        return taken(producer.send(record(topic, key, value)));
    }

    private void sendAll(Stream<ProducerRecord<String, byte[]>> all) {
        // All on their way before the first is waited for.
        all.map(producer::send).toList().forEach(Outside::taken);
    }

    private static RecordMetadata taken(Future<RecordMetadata> sent) {
        try {
            return sent.get(TAKEN_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, byte[]> record(Topic topic, String key, byte[] value) {
        return new ProducerRecord<>(topic.topicName(), key, value);
    }

    @Override
    public void close() {
        producer.close();
        changes.close();
        requests.close();
        contacts.close();
    }
}
