package jp.tenkyo.lifecycle.door;

import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far an import is: a bar on a terminal, a line now and then elsewhere. */
final class ImportProgress implements AutoCloseable {

    private static final int LINE_EVERY_ROWS = 20_000;
    private static final int REDRAW_EVERY_MILLIS = 250;

    private final PrintWriter out;
    private final long rows;
    private final Optional<ProgressBar> bar;
    private long done;

    /** @param rows that are to come, about */
    ImportProgress(PrintWriter out, long rows, boolean terminal) {
        this.out = out;
        this.rows = rows;
        this.bar = terminal
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName("import")
                        .setInitialMax(rows)
                        .setUnit(" rows", 1)
                        .showSpeed()
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(REDRAW_EVERY_MILLIS)
                        .build())
                : Optional.empty();
    }

    void step() {
        done++;
        bar.ifPresent(ProgressBar::step);
        if (bar.isEmpty() && done % LINE_EVERY_ROWS == 0) {
            out.printf("%,d of about %,d rows%n", done, rows);
            out.flush();
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
