package jp.tenkyo.benchmarks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import jp.tenkyo.lifecycle.core.Certificate;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.core.Status;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes what belongs to one transaction, each table with one statement whose parameters are whole columns.
 * Not safe for use by several threads.
 */
final class Rows implements AutoCloseable {

    private final Connection connection;
    private final Policy policy;
    private final PreparedStatement find;
    private final PreparedStatement keepHolders;
    private final PreparedStatement keepCertificates;
    private final PreparedStatement addSteps;
    private final PreparedStatement addBatch;
    private final PreparedStatement deleteSent;
    private final PreparedStatement left;
    private final PreparedStatement position;
    private final PreparedStatement keepPositions;

    Rows(Connection connection, Policy policy) throws SQLException {
        this.connection = connection;
        this.policy = policy;
        connection.setAutoCommit(false);
        find = connection.prepareStatement("select holder_id, state from unnest(?::text[]) wanted (id)"
                + " join holders on holder_id = wanted.id");
        keepHolders = connection.prepareStatement("insert into holders (holder_id, state, next_due)"
                + " select * from unnest(?::text[], ?::bytea[], ?::timestamptz[]) on conflict (holder_id)"
                + " do update set state = excluded.state, next_due = excluded.next_due");
        keepCertificates = connection.prepareStatement("insert into certificates"
                + " (certificate_id, holder_id, status, reason, revoked_at, not_after, version) select * from unnest"
                + "(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::int[])"
                + " on conflict (certificate_id) do update set status = excluded.status,"
                + " reason = excluded.reason, revoked_at = excluded.revoked_at, version = excluded.version");
        addSteps = connection.prepareStatement("insert into timeline (holder_id, recorded_at, id, type)"
                + " select * from unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[])");
        addBatch = connection.prepareStatement("insert into outbox (messages) values (?) returning batch");
        deleteSent = connection.prepareStatement("delete from outbox where batch = ?");
        left = connection.prepareStatement("select batch, messages from outbox order by batch");
        position = connection.prepareStatement("select next_offset from positions where topic = ? and part = ?");
        keepPositions = connection.prepareStatement("insert into positions (topic, part, next_offset)"
                + " select * from unnest(?::text[], ?::int[], ?::bigint[])"
                + " on conflict (topic, part) do update set next_offset = excluded.next_offset");
    }

    Map<String, Holder> find(Collection<String> ids) throws SQLException {
        var found = new HashMap<String, Holder>();
        find.setArray(1, connection.createArrayOf("text", ids.toArray()));
        try (var rows = find.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), HolderJson.read(rows.getBytes(2)));
            }
        }
        return found;
    }

    void keep(Collection<Holder> holders) throws SQLException {
        write(
                keepHolders,
                holders,
                List.of(
                        column("text", Holder::id),
                        column("bytea", HolderJson::write),
                        column(
                                "text",
                                holder -> Lifecycle.nextDeadline(holder, policy).orElse(null))));
    }

    private record Owned(Certificate certificate, String holderId) {
        Status.@Nullable Revoked revoked() {
            return certificate.status() instanceof Status.Revoked one ? one : null;
        }
    }

    /** @param concerned certificates that something has happened to, with their holders' ids */
    void keepCertificates(Map<CertificateId, String> concerned, Map<String, Holder> holders) throws SQLException {
        var owned = concerned.entrySet().stream()
                .map(entry -> new Owned(
                        Optional.ofNullable(holders.get(entry.getValue()))
                                .flatMap(holder -> holder.certificate(entry.getKey()))
                                .orElseThrow(),
                        entry.getValue()))
                .toList();
        write(
                keepCertificates,
                owned,
                List.of(
                        column("text", one -> one.certificate.id()),
                        column("text", Owned::holderId),
                        column(
                                "text",
                                one -> one.certificate.status().getClass().getSimpleName()),
                        column(
                                "text",
                                one -> one.revoked() == null
                                        ? null
                                        : one.revoked().reason()),
                        column(
                                "text",
                                one -> one.revoked() == null
                                        ? null
                                        : one.revoked().revokedAt()),
                        column("text", one -> one.certificate.notAfter()),
                        column("text", one -> one.certificate.version())));
    }

    /** @return the number of the batch in the outbox */
    long addBatch(List<Message> messages) throws SQLException {
        addBatch.setBytes(1, Message.writeAll(messages));
        try (var rows = addBatch.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void deleteSent(long batch) throws SQLException {
        deleteSent.setLong(1, batch);
        deleteSent.executeUpdate();
    }

    /** Batches in the outbox, by number and in their order. */
    SortedMap<Long, byte[]> left() throws SQLException {
        var batches = new TreeMap<Long, byte[]>();
        try (var rows = left.executeQuery()) {
            while (rows.next()) {
                batches.put(rows.getLong(1), rows.getBytes(2));
            }
        }
        return batches;
    }

    void addSteps(Collection<Message> events) throws SQLException {
        write(
                addSteps,
                events,
                List.of(
                        column("text", Message::key),
                        column("text", Message::occurredAt),
                        column("text", Message::id),
                        column("text", Message::type)));
    }

    /** The offset to go on from; 0 where nothing of the partition was taken. */
    long position(TopicPartition partition) throws SQLException {
        position.setString(1, partition.topic());
        position.setInt(2, partition.partition());
        try (var rows = position.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    void keepPositions(Map<TopicPartition, OffsetAndMetadata> nextOffsets) throws SQLException {
        write(
                keepPositions,
                nextOffsets.entrySet(),
                List.of(
                        column("text", entry -> entry.getKey().topic()),
                        column("text", entry -> entry.getKey().partition()),
                        column("text", entry -> entry.getValue().offset())));
    }

    /** A column of a statement: bytes as they are, all else as text that the statement casts. */
    private record Column<T>(String type, Function<T, @Nullable Object> of) {

        Object[] valuesOf(Collection<T> rows) {
            return type.equals("bytea")
                    ? rows.stream().map(of).toArray(byte[][]::new)
                    : rows.stream()
                            .map(of)
                            .map(value -> value == null ? null : value.toString())
                            .toArray(String[]::new);
        }
    }

    private static <T> Column<T> column(String type, Function<T, @Nullable Object> of) {
        return new Column<>(type, of);
    }

    private <T> void write(PreparedStatement statement, Collection<T> rows, List<Column<T>> columns)
            throws SQLException {
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            statement.setArray(i + 1, connection.createArrayOf(column.type, column.valuesOf(rows)));
        }
        statement.executeUpdate();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
