package jp.tenkyo.lifecycle.door;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a command is: a bar on a terminal, a line now and then elsewhere. */
final class CommandProgress implements AutoCloseable {

    private static final int REDRAW_EVERY_MILLIS = 250;

    private final PrintWriter out;
    private final Course course;
    private final Optional<ProgressBar> bar;
    private long done;

    /**
     * What is to be done.
     *
     * @param name of the command
     * @param unit of what it counts, such as rows
     * @param length how many are to come, about
     * @param lineEvery after so many a line is due where there is no terminal
     */
    record Course(String name, String unit, long length, long lineEvery) {}

    CommandProgress(PrintWriter out, Course course) {
        this.out = out;
        this.course = course;
        this.bar = isTerminal()
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName(course.name())
                        .setInitialMax(course.length())
                        .setUnit(" " + course.unit(), 1)
                        .showSpeed()
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(REDRAW_EVERY_MILLIS)
                        .build())
                : Optional.empty();
    }

    void step(long more) {
        var lines = done / course.lineEvery();
        done += more;
        bar.ifPresent(shown -> shown.stepBy(more));
        if (bar.isEmpty() && done / course.lineEvery() > lines) {
            out.printf("%,d of about %,d %s%n", done, course.length(), course.unit());
            out.flush();
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
