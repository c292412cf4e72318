package jp.tenkyo.quickstart;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress for whoever looks: a bar on a terminal, a percentage on the start page. */
final class Bar implements AutoCloseable {

    private static final int RENEW_MILLIS = 250;

    private final Progress progress;
    private final long total;
    private final @Nullable ProgressBar bar;

    Bar(String task, long total, Progress progress) {
        this.progress = progress;
        this.total = total;
        this.bar = isTerminal() ? onTerminal(task, total) : null;
    }

    void reached(long done) {
        progress.reached(done, total);
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    /** A log file or a pipe would get every state of a bar one after the other. */
    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private static ProgressBar onTerminal(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName("  " + task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(RENEW_MILLIS)
                .clearDisplayOnFinish()
                .showSpeed()
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
