package jp.tenkyo.lifecycle.door;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A file in the municipal export form: headings in the first line, in any order. Read row by row, never whole. */
final class ChangeFile {

    private static final int ROW_LENGTH_MAX = 1 << 20;

    private final Path file;
    private final CsvEncoding encoding;
    private final Set<CsvColumn> columns;

    /** @param columns that the file may have; those of them that are required it must */
    ChangeFile(Path file, CsvEncoding encoding, Set<CsvColumn> columns) {
        this.file = file;
        this.encoding = encoding;
        this.columns = columns;
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

    static Fault wrongColumnCount(Headings headings, Row row) {
        return new Fault(
                "列",
                "COLUMN_COUNT",
                "見出しは" + headings.texts().size() + "列、この行は" + row.texts().size() + "列です");
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
            var column = known(texts.get(place));
            if (places.put(column, place) != null) {
                throw new ImportImpossibleException("Column " + column.heading() + " stands twice in " + file + ".");
            }
        }
        var missing = columns.stream()
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(CsvColumn::heading)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ImportImpossibleException(
                    file + " lacks: " + missing + ". Its first line must hold the headings.");
        }
        return new Headings(texts, places);
    }

    /** The column that a heading means, however wide it is written. */
    static Optional<CsvColumn> columnHeaded(String heading) {
        return CsvColumn.headed(
                Normalizer.normalize(heading, Normalizer.Form.NFKC).strip());
    }

    private CsvColumn known(String heading) {
        return columnHeaded(heading)
                .filter(columns::contains)
                .orElseThrow(() -> new ImportImpossibleException("%s has an unknown column: %s. Known: %s."
                        .formatted(
                                file,
                                heading,
                                columns.stream().map(CsvColumn::heading).collect(Collectors.joining(", ")))));
    }
}
