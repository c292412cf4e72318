package jp.tenkyo.benchmarks.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables, and how they are written to. */
final class Tables {

    /**
     * The state of a holder is one document, with its deadline beside it; certificates and timeline answer the
     * questions that the service's reads answer; positions are how far the inputs have been taken.
     */
    private static final List<String> DEFINITIONS = List.of(
            "create table if not exists holders (holder_id text primary key, state bytea not null,"
                    + " next_due timestamptz) with (fillfactor = 70)",
            "create index if not exists holders_due on holders (next_due)",
            "create table if not exists certificates (certificate_id text primary key, holder_id text not null,"
                    + " status text not null, reason text, revoked_at timestamptz, not_after timestamptz not null,"
                    + " version int not null) with (fillfactor = 70)",
            "create table if not exists timeline (holder_id text not null, recorded_at timestamptz not null,"
                    + " id text not null, type text not null)",
            "create index if not exists timeline_of on timeline (holder_id, recorded_at)",
            "create table if not exists positions (topic text, part int, next_offset bigint not null,"
                    + " primary key (topic, part))",
            "create table if not exists outbox (batch bigserial primary key, messages bytea not null)",
            // Compressing them takes longer than writing them.
            "alter table outbox alter column messages set storage external");

    private Tables() {}

    static void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var definition : DEFINITIONS) {
                statement.execute(definition);
            }
        }
    }
}
