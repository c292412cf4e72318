package jp.tenkyo.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second run out of a data folder. The system lets go of the lock with the process, however that ends. */
final class RunLock implements AutoCloseable {

    private static final int PID_BYTES_MAX = 20;

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CannotRunException if another run holds the folder; names its process */
    static RunLock take(DataFolder data) throws IOException {
        var channel = FileChannel.open(
                data.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw taken(channel, data.root());
            }
        } catch (OverlappingFileLockException e) {
            throw taken(channel, data.root());
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
        return new RunLock(channel);
    }

    private static CannotRunException taken(FileChannel channel, Path root) throws IOException {
        try (channel) {
            var pid = ByteBuffer.allocate(PID_BYTES_MAX);
            channel.read(pid, 0);
            return new CannotRunException(
                    "The quickstart is running already in %s (process %s). Stop it with Ctrl-C or `kill %s`, or give this one a folder of its own with --data."
                            .formatted(
                                    root,
                                    UTF_8.decode(pid.flip()),
                                    UTF_8.decode(pid.duplicate().rewind())));
        }
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        channel.close();
    }
}
