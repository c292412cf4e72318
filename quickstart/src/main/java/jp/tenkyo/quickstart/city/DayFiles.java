package jp.tenkyo.quickstart.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The day's files: the ordinary changes in Windows-31J as older systems write it, the bulk minor correction in UTF-8
 * with byte order mark as spreadsheets want it.
 */
final class DayFiles {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CitySettings settings;
    private final Holders holders;
    private final Rows rows;

    DayFiles(CitySettings settings, Holders holders) {
        this.settings = settings;
        this.holders = holders;
        this.rows = new Rows(settings);
    }

    /** @throws UncheckedIOException if the folder cannot be written */
    List<Path> write(Path folder) {
        if (settings.residents() == 0) {
            return List.of();
        }
        var changes = folder.resolve("changes-%s.csv".formatted(settings.today()));
        var renumbered = folder.resolve("renumbered-%s.csv".formatted(settings.today()));
        try {
            Files.createDirectories(folder);
            write(changes, WINDOWS_31J, dayRows().stream());
            write(renumbered, UTF_8, bulkRows());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the day's files", e);
        }
        return List.of(changes, renumbered);
    }

    /** In no particular order, except that what is sent again comes after all that is sent once. */
    List<Row> dayRows() {
        var all = new ArrayList<Row>();
        for (var index = 0; index < holders.roster().grouped(); index++) {
            all.addAll(rows.of(holders.of(index)));
        }
        Collections.shuffle(all, new Random(settings.seed()));
        all.sort(Comparator.comparingInt(row -> row.pattern().attempt()));
        return all;
    }

    Stream<Row> bulkRows() {
        var residents = settings.residents();
        return IntStream.range(residents - holders.roster().bulk(), residents)
                .mapToObj(index -> rows.of(holders.of(index)))
                .flatMap(List::stream);
    }

    private static void write(Path file, Charset charset, Stream<Row> content) throws IOException {
        try (var csv = writer(file, charset)) {
            csv.writeRecord(Column.headings());
            content.forEach(row -> csv.writeRecord(row.values()));
        }
    }

    private static CsvWriter writer(Path file, Charset charset) throws IOException {
        Writer text = new OutputStreamWriter(Files.newOutputStream(file), charset);
        if (charset.equals(StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
        }
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }
}
