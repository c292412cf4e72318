package jp.tenkyo.quickstart.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads which rows an import refused. Looks for the city's event ids alone, whatever else a line says: they are ASCII
 * in every encoding that the import writes.
 */
public final class RefusedRows {

    private static final Pattern EVENT_ID = Pattern.compile("chitose-\\d{8}-\\d{6}");

    private RefusedRows() {}

    /**
     * @param file with one refused row a line; one that does not exist has none
     * @throws UncheckedIOException if it cannot be read
     */
    public static Set<String> eventIdsIn(Path file) {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.flatMap(line -> EVENT_ID.matcher(line).results().limit(1))
                    .map(MatchResult::group)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the refused rows", e);
        }
    }
}
