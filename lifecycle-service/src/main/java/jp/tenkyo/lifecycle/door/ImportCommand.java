package jp.tenkyo.lifecycle.door;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.tenkyo.schemas.RegistryUnavailableException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a municipal export file of resident-record changes. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends the rows of a municipal export file (CSV) as resident-record changes.",
            "The file is UTF-8 or Windows-31J, its first line holds the Japanese headings in any order.",
            "A file can be imported again: a row that was decided before changes nothing."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:all rows were sent", "1:some rows were refused; the others were sent", "2:could not run"})
public final class ImportCommand implements Callable<Integer> {

    private static final int ALL_SENT = 0;
    private static final int SOME_REFUSED = 1;
    private static final int COULD_NOT_RUN = 2;
    private static final int LINE_EVERY_ROWS = 20_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The export file.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path file;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--refused", paramLabel = "FILE", description = "Where refused rows go. FILE.refused.csv")
    private @Nullable Path refused;

    @Option(names = "--dry-run", description = "Check only; send nothing.")
    private boolean dryRun;

    @Option(names = "--from-line", defaultValue = "2", description = "Go on at this line of the file.")
    private long fromLine = 2;

    @Option(
            names = "--rate",
            paramLabel = "ROWS",
            defaultValue = "1000",
            description =
                    "Rows to send in a second, at most (${DEFAULT-VALUE}): what is sent faster than it can be decided"
                            + " delays the changes that counters report meanwhile. 0: as fast as the broker takes"
                            + " them.")
    private int rate;

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            description =
                    "Where a simulation's clock stands, such as 2026-01-01T09:00+09:00, instead of now: no row may"
                            + " have been processed after it.")
    private @Nullable OffsetDateTime simulated;

    private final InstantSource clock;

    private ImportCommand(InstantSource clock) {
        this.clock = clock;
    }

    /** Runs the command and gives its exit status. */
    public static int run(InstantSource clock, String... arguments) {
        return commandLine(clock).execute(arguments);
    }

    static CommandLine commandLine(InstantSource clock) {
        QuietClients.quieten();
        return new CommandLine(new ImportCommand(clock));
    }

    @Override
    public Integer call() {
        try {
            if (rate < 0) {
                throw new ImportImpossibleException("--rate must not be negative: " + rate + ".");
            }
            if (!Files.isReadable(file)) {
                throw new ImportImpossibleException("Cannot read " + file + ".");
            }
            return runImport();
        } catch (ImportImpossibleException e) {
            return refuseToRun(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return refuseToRun(e.toString());
        }
    }

    private InstantSource businessTime() {
        return simulated == null ? clock : InstantSource.fixed(simulated.toInstant());
    }

    private int runImport() throws IOException {
        var started = System.nanoTime();
        var counts = importRows(CsvEncoding.of(file));
        summarize(spec.commandLine().getOut(), counts, Duration.ofNanos(System.nanoTime() - started));
        return counts.refused() == 0 ? ALL_SENT : SOME_REFUSED;
    }

    private ImportCounts importRows(CsvEncoding encoding) throws IOException {
        var order = new ImportOrder(file, encoding, refusedFile(), fromLine);
        try (var progress = new CommandProgress(
                        spec.commandLine().getOut(),
                        new CommandProgress.Course("import", "rows", encoding.lines(), LINE_EVERY_ROWS));
                var running = new Import(order, businessTime(), sender(), progress)) {
            try {
                return running.run();
            } catch (KafkaException | RegistryUnavailableException e) {
                throw new ImportImpossibleException(reason(e) + resumeHint(running.resumeFrom()), e);
            }
        }
    }

    private Optional<ImportSender> sender() {
        return dryRun
                ? Optional.empty()
                : Optional.of(new ImportSender(kafka.sending(), kafka.patience(), Pace.of(rate)));
    }

    private Path refusedFile() {
        return refused != null ? refused : file.resolveSibling(file.getFileName() + ".refused.csv");
    }

    private String reason(RuntimeException e) {
        return switch (e) {
            case RegistryUnavailableException _ -> kafka.registryIsAway();
            case SerializationException _ ->
                "The registry at " + kafka.registry() + " does not know the schema of"
                        + " resident-changes: run the setup command first.";
            default ->
                "Kafka at " + kafka.bootstrapServers() + " did not take the rows within "
                        + kafka.patience().toSeconds() + " s: " + e.getMessage();
        };
    }

    private static String resumeHint(long line) {
        return " Rows before line " + line + " were sent; go on with --from-line " + line
                + ", or import the whole file again.";
    }

    private void summarize(PrintWriter out, ImportCounts counts, Duration took) {
        out.printf("read     %,9d%n", counts.read());
        out.printf("%s %,9d%s%n", dryRun ? "sound   " : "sent    ", counts.sent(), dryRun ? " (dry run)" : "");
        out.printf("refused  %,9d%n", counts.refused());
        counts.refusedByCode().forEach((code, count) -> out.printf("  %,9d  %s%n", count, code));
        if (counts.refused() > 0) {
            out.printf("refused rows: %s%n", refusedFile());
        }
        out.printf("%.1f s%n", took.toMillis() / 1_000.0);
        out.flush();
    }

    private int refuseToRun(@Nullable String why) {
        var err = spec.commandLine().getErr();
        err.println(why);
        err.flush();
        return COULD_NOT_RUN;
    }
}
