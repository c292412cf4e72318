package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The one folder that the quickstart writes to, and what lies where in it.
 *
 * <p>The broker's and the registry's files belong together: records name schemas by the registry's ids, so one without
 * the other is worth nothing. They are kept together or deleted together.
 */
record DataFolder(Path root) {

    DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path registry() {
        return root.resolve("registry");
    }

    /** State of the Kafka Streams applications: a copy of what the broker has, and worth nothing without it. */
    Path state() {
        return root.resolve("state");
    }

    /** The test hierarchy that the city's certificates come from, with its keys. */
    Path issuers() {
        return root.resolve("ca");
    }

    /** Revocation lists, whose numbers must rise as long as their issuers live. */
    Path lists() {
        return root.resolve("lists");
    }

    /** The API key of whoever tries feed and webhooks. */
    Path subscriberKey() {
        return root.resolve("subscriber.key");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path day() {
        return root.resolve("day");
    }

    Path endpoints() {
        return root.resolve("endpoints.json");
    }

    Path summary() {
        return root.resolve("summary.json");
    }

    /** Exists where business time is driven by hand: where the clock stood at first. */
    Path simulated() {
        return root.resolve("simulated");
    }

    /** Figures of a year that was played. */
    Path year() {
        return root.resolve("year.json");
    }

    /** The same with plots. */
    Path yearPage() {
        return root.resolve("year.html");
    }

    Path lock() {
        return root.resolve("quickstart.lock");
    }

    Path processes() {
        return root.resolve("processes");
    }

    /** Exists once topics and schemas were set up: from then on the data is worth keeping. */
    Path prepared() {
        return root.resolve("prepared");
    }

    /** Exists while a city is being loaded and its day played: what is found with it is half a city. */
    Path playing() {
        return root.resolve("playing");
    }

    /** Exists once a city's day was played to its end; says which city. */
    Path played() {
        return root.resolve("played");
    }

    /** Whether there is something of an earlier run that a new one can go on with. */
    boolean isUsable() {
        return Files.exists(prepared())
                && !Files.exists(playing())
                && Files.isDirectory(kafka())
                && Files.isDirectory(registry());
    }

    /** Deletes what earlier runs left, and nothing else that may lie in the folder. */
    void clear() throws IOException {
        var ours = List.of(
                prepared(),
                playing(),
                played(),
                simulated(),
                summary(),
                year(),
                yearPage(),
                endpoints(),
                kafka(),
                registry(),
                state(),
                issuers(),
                lists(),
                subscriberKey(),
                day());
        for (var path : ours) {
            delete(path);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var tree = Files.walk(path)) {
            for (var each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
