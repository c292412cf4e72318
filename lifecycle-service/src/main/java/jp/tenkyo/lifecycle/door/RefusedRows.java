package jp.tenkyo.lifecycle.door;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were refused, as they came, each with its line, code and reason; in the encoding of the file that they
 * came from. Made with the first of them.
 */
final class RefusedRows implements AutoCloseable {

    private static final List<String> ADDED = List.of("行番号", "理由コード", "理由");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final CsvEncoding encoding;
    private final List<String> headings;
    private @Nullable CsvWriter writer;

    RefusedRows(Path file, CsvEncoding encoding, List<String> headings) throws IOException {
        this.file = file;
        this.encoding = encoding;
        this.headings = headings;
        Files.deleteIfExists(file);
    }

    void add(ChangeFile.Row row, List<Fault> faults) {
        var texts = new ArrayList<>(row.texts());
        while (texts.size() < headings.size()) {
            texts.add("");
        }
        texts.add(Long.toString(row.line()));
        texts.add(faults.stream().map(Fault::code).distinct().collect(Collectors.joining(";")));
        texts.add(JapaneseReasons.of(faults));
        opened().writeRecord(texts);
    }

    private CsvWriter opened() {
        if (writer == null) {
            try {
                writer = open();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + file, e);
            }
        }
        return writer;
    }

    private CsvWriter open() throws IOException {
        var characters = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), encoding.charset()));
        if (encoding.byteOrderMark()) {
            characters.write(BYTE_ORDER_MARK);
        }
        var opened = CsvWriter.builder().build(characters);
        var all = new ArrayList<>(headings);
        all.addAll(ADDED);
        opened.writeRecord(all);
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
