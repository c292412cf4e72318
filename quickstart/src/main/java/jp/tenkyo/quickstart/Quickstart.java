package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command. */
@Command(
        name = "quickstart/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        header = "Tenkyo on one machine: broker, registry, mail server, services, and a small city.%n",
        description = {
            "%nStarts everything, plays a day of resident-record changes in a made-up city and shows where to look."
                    + " Runs until Ctrl-C.%n",
            "The usual ports: start page 8080, lifecycle 8081, notifier 8082, status 8083, registry 8085, Kafka 9092, SMTP 3025,"
                    + " mailbox 8025. Free ones are chosen where these are taken; endpoints.json in the data folder"
                    + " holds the real ones.%n"
        },
        footer = {
            "%nExamples:",
            "  quickstart/run                                a city of 10,000",
            "  quickstart/run --residents 97000              a real city's size (Chitose, Hokkaido)",
            "  quickstart/run --residents 0                  nothing but the running parts",
            "  quickstart/run --fresh --exit                 play the day, check it, stop; status 0 if all is right",
            "  quickstart/run --year 2026 --exit             play a whole year in ten minutes, check it, stop",
            "  quickstart/run --simulate --clock 2026-01-01T09:00+09:00",
            "                                                a city whose clock stands still until you set it on",
            "%nStatus: 0 all well, 1 the day or year did not go by the rules, 2 it could not run."
        })
public final class Quickstart implements Callable<Integer> {

    private static final int CANNOT_RUN = 2;

    @Option(
            names = "--residents",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Residents of the city; 0 for an empty one. Default: ${DEFAULT-VALUE}")
    private int residents;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "12246",
            description = "The same seed on the same day gives the same city. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--fresh", description = "Forget what earlier runs left in the data folder.")
    private boolean fresh;

    @Option(
            names = "--year",
            paramLabel = "YYYY",
            description = "Play a whole year instead of today: moves with their peak in March, birthdays, renewals,"
                    + " deaths, marriages. Ends in a report with plots (year.json and year.html in the data folder,"
                    + " /year on the start page) and checks it against the rules.")
    private @Nullable Integer year;

    @Option(
            names = "--simulate",
            description = "Load the city and let business time stand still. It is set on on the start page, or by POST"
                    + " /clock of lifecycle-service.")
    private boolean simulate;

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            description = "With --simulate: where the clock stands at first, with its offset, such as"
                    + " 2026-01-01T09:00+09:00.")
    private @Nullable OffsetDateTime clock;

    @Option(
            names = "--exit",
            description =
                    "Stop once the day or year was played and checked, with status 0 only if what happened is what"
                            + " the rules say.")
    private boolean exit;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where all data goes: topics, schemas, logs, files of the run. Default: quickstart/data")
    private @Nullable Path data;

    @Option(names = "--home", hidden = true, description = "The checkout.")
    private Path home = Path.of(System.getProperty("tenkyo.home", "."));

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Quickstart()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var console = new Console(System.out);
        try {
            return new Run(settings(), console).untilStopped();
        } catch (Parts.StoppingException | InterruptedException e) {
            return CANNOT_RUN;
        } catch (CannotRunException | IllegalStateException | IllegalArgumentException | IOException e) {
            System.err.println("\n" + e.getMessage());
            return CANNOT_RUN;
        }
    }

    private Settings settings() throws IOException {
        if (residents < 0) {
            throw new CannotRunException("--residents must be 0 or more, not " + residents);
        }
        if (exit && residents == 0) {
            throw new CannotRunException("--exit needs a city: there is nothing to check with --residents 0.");
        }
        var folder = new DataFolder(data == null ? home.resolve("quickstart").resolve("data") : data);
        Files.createDirectories(folder.logs());
        // Before anything logs: the log's place is part of the logging configuration.
        System.setProperty("tenkyo.logs", folder.logs().toString());
        System.setProperty(
                "tenkyo.registry.home",
                System.getProperty(
                        "tenkyo.registry.home",
                        home.resolve("local-stack")
                                .resolve("target")
                                .resolve("registry")
                                .toString()));
        return new Settings(home.toAbsolutePath().normalize(), folder, residents, seed, fresh, exit, play());
    }

    private Play play() {
        if (simulate != (clock != null)) {
            throw new CannotRunException(
                    "--simulate and --clock go together: --simulate --clock 2026-01-01T09:00+09:00");
        }
        if (year != null) {
            if (clock != null || residents == 0) {
                throw new CannotRunException("--year drives the clock itself and needs a city: leave --simulate and"
                        + " --residents 0 away.");
            }
            return Play.Year.whole(year);
        }
        if (clock == null) {
            return new Play.Today();
        }
        if (exit) {
            throw new CannotRunException("--exit has nothing to wait for with --simulate.");
        }
        return new Play.Simulation(clock.toInstant());
    }
}
