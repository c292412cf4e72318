package jp.tenkyo.lifecycle.door;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tenkyo.lifecycle.core.Form;
import jp.tenkyo.lifecycle.core.Municipality;

/** A source's list of its records: holder, municipality, last record number. Read row by row, never whole. */
final class SourceList {

    private static final Set<CsvColumn> COLUMNS =
            EnumSet.of(CsvColumn.HOLDER_ID, CsvColumn.MUNICIPALITY, CsvColumn.RECORD_NUMBER);

    private final Path file;
    private final CsvEncoding encoding;

    SourceList(Path file, CsvEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /** About how many rows there are. */
    long lines() {
        return encoding.lines();
    }

    /** Takes what stands in the list. */
    interface Reader {

        void headings(List<String> texts) throws IOException;

        void sound(ChangeFile.Row row, SourceRecord listed);

        void faulty(ChangeFile.Row row, List<Fault> faults);
    }

    /** @throws ImportImpossibleException if the headings are not those of the list, or the file is not CSV */
    void read(Reader reader) throws IOException {
        new ChangeFile(file, encoding, COLUMNS).read(new Rows(reader));
    }

    private static final class Rows implements ChangeFile.Reader {

        private final Reader reader;
        private ChangeFile.Headings headings = new ChangeFile.Headings(List.of(), java.util.Map.of());

        Rows(Reader reader) {
            this.reader = reader;
        }

        @Override
        public void headings(ChangeFile.Headings found) throws IOException {
            headings = found;
            reader.headings(found.texts());
        }

        @Override
        public void row(ChangeFile.Row row) {
            if (row.isBlank()) {
                return;
            }
            if (row.texts().size() != headings.texts().size()) {
                reader.faulty(row, List.of(ChangeFile.wrongColumnCount(headings, row)));
                return;
            }
            var fields = new CsvFields(row.texts(), headings.places());
            var listed = listed(row.line(), fields);
            if (listed.isPresent()) {
                reader.sound(row, listed.get());
            } else {
                reader.faulty(row, fields.faults().found());
            }
        }

        private static Optional<SourceRecord> listed(long line, CsvFields fields) {
            var holderId = fields.required(ResidentChangeForm.HOLDER_ID, fields.text(ResidentChangeForm.HOLDER_ID));
            var municipality =
                    fields.required(ResidentChangeForm.MUNICIPALITY, fields.text(ResidentChangeForm.MUNICIPALITY));
            var number =
                    fields.required(ResidentChangeForm.RECORD_NUMBER, fields.number(ResidentChangeForm.RECORD_NUMBER));
            var faults = fields.faults();
            holderId.filter(id -> !Form.isHolderId(id))
                    .ifPresent(_ ->
                            faults.add(ResidentChangeForm.HOLDER_ID, "HOLDER_ID_INVALID", "半角英数字と . _ - の64文字以内です"));
            municipality
                    .filter(code -> !Municipality.isCode(code))
                    .ifPresent(_ ->
                            faults.add(ResidentChangeForm.MUNICIPALITY, "MUNICIPALITY_INVALID", "検査数字を含む6桁ではありません"));
            number.filter(one -> one < 1)
                    .ifPresent(_ ->
                            faults.add(ResidentChangeForm.RECORD_NUMBER, "RECORD_NUMBER_INVALID", "1以上の整数ではありません"));
            return faults.isEmpty()
                    ? Optional.of(new SourceRecord(
                            line, holderId.orElseThrow(), municipality.orElseThrow(), number.orElseThrow()))
                    : Optional.empty();
        }
    }
}
