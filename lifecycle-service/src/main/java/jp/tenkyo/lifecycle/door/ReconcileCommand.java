package jp.tenkyo.lifecycle.door;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import jp.tenkyo.lifecycle.contract.RecordTraces;
import jp.tenkyo.schemas.RegistryPatience;
import jp.tenkyo.schemas.RegistryUnavailableException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a source's list of last record numbers with what has arrived. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares a source's list of its records with what has arrived, and reports what is missing.",
            "",
            "FILE (CSV, UTF-8 or Windows-31J) has the columns 利用者ID, 市区町村コード and 履歴番号: for each holder and",
            "municipality the number of the record's last version at the source.",
            "A row differs when nothing of it ever arrived (NEVER_SEEN), when the last number that did is lower",
            "(BEHIND), or when numbers in between are missing (GAP).",
            "",
            "It reads the whole topic certificate-events once, whatever the length of FILE, and decodes only what",
            "concerns holders of FILE. Asking GET /holders/{id} for each of 100 million holders would take days and",
            "burden the instances that answer. It changes nothing and commits nothing.",
            "Rows are held in memory, about 200 bytes each; of a FILE that has more than --rows-in-memory those of some",
            "partitions' holders at a time, and FILE is read again for each such share.",
            "What was decided longer ago than the topic keeps its events (ten years) cannot be seen."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:all rows agree", "1:some rows differ; the file of differences has them", "2:could not run"})
public final class ReconcileCommand implements Callable<Integer> {

    private static final int ALL_AGREE = 0;
    private static final int SOME_DIFFER = 1;
    private static final int COULD_NOT_RUN = 2;
    private static final int LINE_EVERY_RECORDS = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The source's list.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path file;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--differences",
            paramLabel = "FILE",
            description = "Where rows that differ go. FILE.differences.csv")
    private @Nullable Path differences;

    @Option(
            names = "--rows-in-memory",
            paramLabel = "ROWS",
            defaultValue = "1000000",
            description = "How many rows to hold at a time. ${DEFAULT-VALUE}")
    private int rowsInMemory = 1;

    private ReconcileCommand() {}

    /** Runs the command and gives its exit status. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        QuietClients.quieten();
        return new CommandLine(new ReconcileCommand());
    }

    @Override
    public Integer call() {
        try {
            if (!Files.isReadable(file)) {
                throw new ImportImpossibleException("Cannot read " + file + ".");
            }
            if (rowsInMemory < 1) {
                throw new ImportImpossibleException("--rows-in-memory must be 1 or more.");
            }
            return reconcile(CsvEncoding.of(file));
        } catch (ImportImpossibleException e) {
            return refuseToRun(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return refuseToRun(e.toString());
        } catch (RegistryUnavailableException e) {
            return refuseToRun(kafka.registryIsAway());
        } catch (KafkaException e) {
            return refuseToRun("Kafka at " + kafka.bootstrapServers() + " did not answer: " + e.getMessage());
        }
    }

    private int reconcile(CsvEncoding encoding) throws IOException {
        var started = System.nanoTime();
        var list = new SourceList(file, encoding);
        var events = EventLog.open(kafka.bootstrapServers(), kafka.patience());
        var traces = new RecordTraces(kafka.sending().registry());
        try (var progress = new CommandProgress(
                        out(), new CommandProgress.Course("reconcile", "events", events.length(), LINE_EVERY_RECORDS));
                var running = new Reconciliation(
                        list,
                        events,
                        traces,
                        new RegistryPatience(kafka.patience()),
                        new DifferentRows(differencesFile(), encoding),
                        progress,
                        rowsInMemory)) {
            var counts = running.run();
            summarize(counts, events, running.unreadable(), Duration.ofNanos(System.nanoTime() - started));
            return counts.different() == 0 ? ALL_AGREE : SOME_DIFFER;
        }
    }

    private Path differencesFile() {
        return differences != null ? differences : file.resolveSibling(file.getFileName() + ".differences.csv");
    }

    private void summarize(ReconcileCounts counts, EventLog events, long unreadable, Duration took) {
        var out = out();
        out.printf("read     %,9d%n", counts.read());
        out.printf("agree    %,9d%n", counts.agree());
        out.printf("  %,9d  ahead of the list%n", counts.ahead());
        out.printf("differ   %,9d%n", counts.different());
        counts.byCode().forEach((code, count) -> out.printf("  %,9d  %s%n", count, code));
        if (counts.different() > 0) {
            out.printf("differences: %s%n", differencesFile());
        }
        if (events.isCutOff()) {
            out.println("The oldest events are gone: a holder of whom nothing came since is reported as NEVER_SEEN.");
        }
        if (unreadable > 0) {
            out.printf("%,d events could not be read: what they tell is not in here.%n", unreadable);
        }
        out.printf("%,d events, %.1f s%n", events.length(), took.toMillis() / 1_000.0);
        out.flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int refuseToRun(@Nullable String why) {
        var err = spec.commandLine().getErr();
        err.println(why);
        err.flush();
        return COULD_NOT_RUN;
    }
}
