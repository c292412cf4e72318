package jp.tenkyo.lifecycle.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * How far this task is with a compromised key.
 *
 * @param requestId of the report
 * @param occurredAt when its source says that it happened
 * @param recordedAt business instant at which this task recorded it
 * @param cursor the holder looked at last; empty before the first
 * @param walked holders looked at
 * @param ended certificates, those registered later included
 * @param complete whether all holders that were known have been looked at
 */
record IssuerWalk(
        String requestId,
        Instant occurredAt,
        Instant recordedAt,
        String cursor,
        long walked,
        long ended,
        boolean complete) {

    private static final int VERSION = 1;

    static IssuerWalk begun(String requestId, Instant occurredAt, Instant recordedAt) {
        return new IssuerWalk(requestId, occurredAt, recordedAt, "", 0, 0, false);
    }

    IssuerWalk past(String holderId, int endedThere) {
        return new IssuerWalk(requestId, occurredAt, recordedAt, holderId, walked + 1, ended + endedThere, false);
    }

    IssuerWalk completed() {
        return new IssuerWalk(requestId, occurredAt, recordedAt, cursor, walked, ended, true);
    }

    IssuerWalk withLater(int endedLater) {
        return new IssuerWalk(requestId, occurredAt, recordedAt, cursor, walked, ended + endedLater, complete);
    }

    /** The form in the store; the first byte is its version. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(requestId);
            out.writeLong(occurredAt.toEpochMilli());
            out.writeLong(recordedAt.toEpochMilli());
            out.writeUTF(cursor);
            out.writeLong(walked);
            out.writeLong(ended);
            out.writeBoolean(complete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException if the bytes are of a form that is not known here */
    static IssuerWalk of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("A walk is stored in form " + version + ", known is form " + VERSION
                        + ": start a version of lifecycle-service that knows it");
            }
            return new IssuerWalk(
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()),
                    Instant.ofEpochMilli(in.readLong()),
                    in.readUTF(),
                    in.readLong(),
                    in.readLong(),
                    in.readBoolean());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
