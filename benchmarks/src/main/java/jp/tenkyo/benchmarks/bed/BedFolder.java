package jp.tenkyo.benchmarks.bed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * A test bed's own folder, deleted when it is closed. What killed runs have left behind is deleted when the next
 * begins: a folder is somebody's as long as its owner holds a lock on a file in it, which the system gives up with the
 * process.
 */
final class BedFolder implements AutoCloseable {

    private static final String PREFIX = "bed-";
    private static final String OWNER = "owner";
    private static final String GATE = "beds.lock";

    private final Path path;
    private final FileChannel owner;

    private BedFolder(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    static BedFolder in(Path parent) throws IOException {
        Files.createDirectories(parent);
        // Else another process could take for left behind what this one has made and not locked yet.
        try (var gate = open(parent.resolve(GATE));
                var _ = gate.lock()) {
            deleteLeftBehind(parent);
            var path = Files.createTempDirectory(parent, PREFIX);
            var owner = open(path.resolve(OWNER));
            owner.lock();
            return new BedFolder(path, owner);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void deleteLeftBehind(Path parent) throws IOException {
        try (var folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var folder : folders) {
                if (isNobodys(folder)) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isNobodys(Path folder) throws IOException {
        try (var owner = open(folder.resolve(OWNER));
                var lock = owner.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another bed of this process.
            return false;
        }
    }

    Path path() {
        return path;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : List.copyOf(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** @throws UncheckedIOException if something in it cannot be deleted */
    @Override
    public void close() {
        try {
            owner.close();
            delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }
}
