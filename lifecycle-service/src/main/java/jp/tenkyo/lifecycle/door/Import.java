package jp.tenkyo.lifecycle.door;

import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one file's rows in, row by row. */
final class Import implements ChangeFile.Reader, AutoCloseable {

    private static final ResidentChangeForm FORM = new ResidentChangeForm();

    private final ImportOrder order;
    private final InstantSource clock;
    private final Optional<ImportSender> sender;
    private final CommandProgress progress;
    private final ImportCounts counts = new ImportCounts();
    private ChangeFile.Headings headings = new ChangeFile.Headings(List.of(), java.util.Map.of());
    private @Nullable RefusedRows refusedRows;
    private long line = 1;

    /** @param sender empty for a dry run */
    Import(ImportOrder order, InstantSource clock, Optional<ImportSender> sender, CommandProgress progress) {
        this.order = order;
        this.clock = clock;
        this.sender = sender;
        this.progress = progress;
    }

    ImportCounts run() throws IOException {
        new ChangeFile(order.file(), order.encoding(), EnumSet.allOf(CsvColumn.class)).read(this);
        sender.ifPresent(ImportSender::finish);
        return counts;
    }

    /** The line from which an import that broke off has to go on. */
    long resumeFrom() {
        return sender.map(sent -> sent.firstUnacknowledged(line)).orElse(line);
    }

    @Override
    public void headings(ChangeFile.Headings found) throws IOException {
        headings = found;
        refusedRows = new RefusedRows(order.refused(), order.encoding(), found.texts());
    }

    @Override
    public void row(ChangeFile.Row row) {
        line = row.line();
        if (row.isBlank() || row.line() < order.fromLine()) {
            return;
        }
        counts.countRead();
        switch (read(row)) {
            case Reading.Faulty(var faults) -> refuse(row, faults);
            case Reading.Sound(var outgoing) -> {
                sender.ifPresent(broker -> broker.send(row.line(), outgoing));
                counts.countSent();
            }
        }
        progress.step(1);
    }

    private Reading read(ChangeFile.Row row) {
        if (row.texts().size() != headings.texts().size()) {
            return new Reading.Faulty(List.of(ChangeFile.wrongColumnCount(headings, row)));
        }
        return FORM.read(new CsvFields(row.texts(), headings.places()), clock.instant());
    }

    private void refuse(ChangeFile.Row row, List<Fault> faults) {
        counts.countRefused(faults);
        if (refusedRows != null) {
            refusedRows.add(row, faults);
        }
    }

    @Override
    public void close() throws IOException {
        if (refusedRows != null) {
            refusedRows.close();
        }
        sender.ifPresent(ImportSender::close);
    }
}
