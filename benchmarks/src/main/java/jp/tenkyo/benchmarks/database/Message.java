package jp.tenkyo.benchmarks.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tenkyo.lifecycle.contract.Outputs;
import jp.tenkyo.schemas.CloudEventHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A message on its way out.
 *
 * @param id of the message, as its header says it
 * @param type as its header says it
 * @param occurredAt as its header says it
 */
@SuppressWarnings("ArrayRecordComponent") // Handed through, never compared.
record Message(String topic, String key, byte[] value, String id, String type, Instant occurredAt) {

    /** A batch as one row. */
    static byte[] writeAll(List<Message> messages) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(messages.size());
            for (var message : messages) {
                message.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(topic);
        out.writeUTF(key);
        out.writeInt(value.length);
        out.write(value);
        out.writeUTF(id);
        out.writeUTF(type);
        out.writeLong(occurredAt.toEpochMilli());
    }

    static List<Message> readAll(byte[] batch) {
        try (var in = new DataInputStream(new ByteArrayInputStream(batch))) {
            var messages = new ArrayList<Message>();
            for (var left = in.readInt(); left > 0; left--) {
                messages.add(readFrom(in));
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message readFrom(DataInputStream in) throws IOException {
        return new Message(
                in.readUTF(),
                in.readUTF(),
                in.readNBytes(in.readInt()),
                in.readUTF(),
                in.readUTF(),
                Instant.ofEpochMilli(in.readLong()));
    }

    ProducerRecord<byte[], byte[]> asRecord() {
        var record = new ProducerRecord<>(topic, key.getBytes(UTF_8), value);
        CloudEventHeaders.add(record.headers(), id, Outputs.SOURCE, type, occurredAt);
        return record;
    }
}
