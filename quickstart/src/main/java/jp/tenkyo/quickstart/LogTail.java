package jp.tenkyo.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The end of a log file, to be shown where something failed. */
final class LogTail {

    private static final int LINES_MAX = 25;
    private static final int BYTES_MAX = 16 * 1024;

    private LogTail() {}

    static String of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var length = (int) Math.min(file.length(), BYTES_MAX);
            var bytes = new byte[length];
            file.seek(file.length() - length);
            file.readFully(bytes);
            var lines = new String(bytes, UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
