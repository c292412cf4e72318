package jp.tenkyo.lifecycle.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * By which numbers the deadlines of this task's holders were computed, and how far that is.
 *
 * @param policy the numbers, as {@link DeadlineWalks} names them
 * @param cursor the holder looked at last; empty before the first
 * @param walked holders looked at
 * @param moved holders whose deadline is another one now
 * @param complete whether all holders have been looked at
 */
record DeadlineWalk(String policy, String cursor, long walked, long moved, boolean complete) {

    private static final int FORM = 1;

    static DeadlineWalk begun(String policy) {
        return new DeadlineWalk(policy, "", 0, 0, false);
    }

    DeadlineWalk past(String holderId, boolean movedThere) {
        return new DeadlineWalk(policy, holderId, walked + 1, moved + (movedThere ? 1 : 0), false);
    }

    DeadlineWalk completed() {
        return new DeadlineWalk(policy, cursor, walked, moved, true);
    }

    /** The form in the store; the first byte is its number. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeUTF(policy);
            out.writeUTF(cursor);
            out.writeLong(walked);
            out.writeLong(moved);
            out.writeBoolean(complete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException if the bytes are of a form that is not known here */
    static DeadlineWalk of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var form = in.readByte();
            if (form != FORM) {
                throw new IllegalStateException("A walk through deadlines is stored in form " + form
                        + ", known is form " + FORM + ": start a version of lifecycle-service that knows it");
            }
            return new DeadlineWalk(in.readUTF(), in.readUTF(), in.readLong(), in.readLong(), in.readBoolean());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
