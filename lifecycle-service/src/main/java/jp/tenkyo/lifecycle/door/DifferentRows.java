package jp.tenkyo.lifecycle.door;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a source's list with which the events do not agree, in the list's encoding and order of columns. */
final class DifferentRows implements AutoCloseable {

    private final Path file;
    private final CsvEncoding encoding;
    private List<String> headings = List.of();
    private @Nullable RefusedRows rows;

    DifferentRows(Path file, CsvEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /** @param texts headings of the list */
    void open(List<String> texts) throws IOException {
        headings = List.copyOf(texts);
        rows = new RefusedRows(file, encoding, headings);
    }

    void add(ChangeFile.Row row, List<Fault> differences) {
        Objects.requireNonNull(rows).add(row, differences);
    }

    /** Of a row only what it says is kept until it is compared; it is written anew. */
    void add(SourceRecord listed, List<Fault> differences) {
        var texts = Map.of(
                CsvColumn.HOLDER_ID, listed.holderId(),
                CsvColumn.MUNICIPALITY, listed.municipality(),
                CsvColumn.RECORD_NUMBER, Integer.toString(listed.number()));
        var row = headings.stream()
                .map(heading -> texts.get(ChangeFile.columnHeaded(heading).orElseThrow()))
                .map(Objects::requireNonNull)
                .toList();
        add(new ChangeFile.Row(listed.line(), row), differences);
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }
}
