package jp.tenkyo.lifecycle.door;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A file in the municipal export form: headings in the first line, in any order. Read row by row, never whole. */
final class ChangeFile {

    private static final int ROW_LENGTH_MAX = 1 << 20;

    private final Path file;
    private final CsvEncoding encoding;

    ChangeFile(Path file, CsvEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /**
     * The first line.
     *
     * @param texts as they stand in the file
     * @param places at which the columns stand
     */
    record Headings(List<String> texts, Map<CsvColumn, Integer> places) {}

    /** @param line at which the row begins, from 1 */
    record Row(long line, List<String> texts) {

        boolean isBlank() {
            return texts.stream().allMatch(String::isBlank);
        }
    }

    interface Reader {

        void headings(Headings headings) throws IOException;

        void row(Row row);
    }

    /** @throws ImportImpossibleException if the headings are not those of the form, or the file is not CSV */
    void read(Reader reader) throws IOException {
        try (var rows = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(ROW_LENGTH_MAX)
                .ofCsvRecord(encoding.open(file))) {
            var iterator = rows.iterator();
            if (!iterator.hasNext()) {
                throw new ImportImpossibleException(file + " is empty; its first line must hold the headings.");
            }
            reader.headings(headings(iterator.next()));
            Consumer<Row> take = reader::row;
            iterator.forEachRemaining(row -> take.accept(new Row(row.getStartingLineNumber(), row.getFields())));
        } catch (CsvParseException | UncheckedIOException e) {
            // The parser's message has the line, and may have what stands there.
            throw new ImportImpossibleException(file + " is not CSV: a quote is not closed, or a row is too long.", e);
        }
    }

    private Headings headings(CsvRecord first) {
        var texts = first.getFields();
        var places = new EnumMap<CsvColumn, Integer>(CsvColumn.class);
        for (var place = 0; place < texts.size(); place++) {
            var column = columnHeaded(texts.get(place));
            if (places.put(column, place) != null) {
                throw new ImportImpossibleException("Column " + column.heading() + " stands twice in " + file + ".");
            }
        }
        var missing = Arrays.stream(CsvColumn.values())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(CsvColumn::heading)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ImportImpossibleException(
                    file + " lacks: " + missing + ". Its first line must hold the headings.");
        }
        return new Headings(texts, places);
    }

    private CsvColumn columnHeaded(String heading) {
        return CsvColumn.headed(
                        Normalizer.normalize(heading, Normalizer.Form.NFKC).strip())
                .orElseThrow(() -> new ImportImpossibleException("%s has an unknown column: %s. Known: %s."
                        .formatted(
                                file,
                                heading,
                                Arrays.stream(CsvColumn.values())
                                        .map(CsvColumn::heading)
                                        .collect(Collectors.joining(", ")))));
    }
}
