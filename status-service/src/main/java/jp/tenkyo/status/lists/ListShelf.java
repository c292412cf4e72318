package jp.tenkyo.status.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * One issuer's lists in their folder: {@code name/number.crl}, the last number taken, and the manifest that says which
 * list stands. A crash at any point leaves the old lists standing, and a number that was taken is never taken again.
 */
final class ListShelf {

    private static final String SUFFIX = ".crl";

    private final Path folder;

    ListShelf(Path folder) {
        this.folder = folder;
    }

    /** Held while lists are made, so that of several instances with one folder one alone makes them. */
    interface Turn extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** Empty while another has it. */
    Optional<Turn> turn() throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel::close);
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
        }
        channel.close();
        return Optional.empty();
    }

    Manifest manifest() throws IOException {
        var file = manifestFile();
        return Files.exists(file) ? Manifest.parse(Files.readAllLines(file, UTF_8)) : Manifest.EMPTY;
    }

    private Path manifestFile() {
        return folder.resolve("manifest");
    }

    /** Changes whenever other lists stand. */
    Optional<Instant> manifestWritten() throws IOException {
        var file = manifestFile();
        return Files.exists(file) ? Optional.of(Files.getLastModifiedTime(file).toInstant()) : Optional.empty();
    }

    /**
     * Takes a number for a round, for good: it is on the disk before any list with it can be. Not below the clock's
     * seconds, so that it rises even where the folder was lost.
     */
    long takeNumber(Instant now) throws IOException {
        var file = folder.resolve("number");
        var last = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        var published = manifest().lists().values().stream()
                .mapToLong(Published::number)
                .max()
                .orElse(0);
        var number = Math.max(Math.max(last, published) + 1, now.getEpochSecond());
        Files.createDirectories(folder);
        DurableFile.write(file, Long.toString(number).getBytes(UTF_8));
        return number;
    }

    /** A list of a round, signed and checked. */
    record Signed(ListFrame frame, DerBytes der, Published published) {}

    /**
     * Lets these lists stand, all or none.
     *
     * @param expected the manifest that the round began with
     * @throws ListRefusedException if other lists stand by now, or one's number is not above its predecessor's
     */
    void publish(Manifest expected, Map<ListName, Signed> lists) throws IOException, ListRefusedException {
        var standing = manifest();
        if (!standing.equals(expected)) {
            throw ListRefusedException.notNow("Another instance has published meanwhile");
        }
        var newer = new TreeMap<ListName, Published>();
        for (var list : lists.entrySet()) {
            var published = list.getValue().published();
            if (published.number() <= standing.numberOf(list.getKey())) {
                throw ListRefusedException.wrong("The number of list %s does not rise".formatted(list.getKey()));
            }
            write(list.getKey(), published.number(), list.getValue().der());
            newer.put(list.getKey(), published);
        }
        DurableFile.write(
                manifestFile(), (String.join("\n", standing.with(newer).lines()) + "\n").getBytes(UTF_8));
    }

    private void write(ListName name, long number, DerBytes der) throws IOException {
        Files.createDirectories(folder.resolve(name.text()));
        DurableFile.write(file(name, number), der.array());
    }

    private Path file(ListName name, long number) {
        return folder.resolve(name.text()).resolve(number + SUFFIX);
    }

    /** Empty where there is none. It may be an old one. */
    Optional<Path> find(ListName name, long number) {
        return Optional.of(file(name, number)).filter(Files::isRegularFile);
    }

    /** @throws IOException if it is not there */
    ListBytes read(ListName name, long number) throws IOException {
        return new ListBytes(Files.readAllBytes(file(name, number)));
    }

    /** Deletes what a crash left: lists with numbers that were never published. */
    void sweep() throws IOException {
        if (Files.isDirectory(folder)) {
            var standing = manifest();
            for (var name : folders().keySet()) {
                delete(name, number -> number > standing.numberOf(name), Instant.MAX);
            }
        }
    }

    /** Deletes lists that were written before that instant and stand no more. */
    void forgetBefore(Instant instant) throws IOException {
        if (Files.isDirectory(folder)) {
            var standing = manifest();
            for (var name : folders().keySet()) {
                delete(name, number -> number < standing.numberOf(name), instant);
            }
        }
    }

    private Map<ListName, Path> folders() throws IOException {
        var found = new TreeMap<ListName, Path>();
        try (var all = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var each : all) {
                ListName.parse(String.valueOf(each.getFileName())).ifPresent(name -> found.put(name, each));
            }
        }
        return found;
    }

    private void delete(ListName name, LongPredicate which, Instant before) throws IOException {
        try (var files = Files.newDirectoryStream(folder.resolve(name.text()), "*" + SUFFIX)) {
            for (var file : files) {
                var text = String.valueOf(file.getFileName());
                var number = Long.parseLong(text.substring(0, text.length() - SUFFIX.length()));
                if (which.test(number)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.delete(file);
                }
            }
        }
    }
}
