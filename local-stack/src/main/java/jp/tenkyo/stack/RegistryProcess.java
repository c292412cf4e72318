package jp.tenkyo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the registry's process is started: Apicurio's unpacked application on the running Java, H2 in a file. */
final class RegistryProcess {

    static final String HOME_PROPERTY = "tenkyo.registry.home";
    private static final String APPLICATION = "quarkus-run.jar";

    private RegistryProcess() {}

    static Process start(Path dataFolder, Path log, int port) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // What the application's manifest asks for; a manifest counts with -jar alone.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // Its second door, for health alone: open to the network, and on one port for all, where left as it is.
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dquarkus.log.level=WARN",
                // The default, H2 in memory, forgets all schemas at a restart and gives their ids to others.
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:" + dataFolder.resolve("schemas"),
                "-cp",
                watch(dataFolder) + System.getProperty("path.separator") + home().resolve(APPLICATION),
                DiesWithParent.class.getName(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return new ProcessBuilder(command)
                .directory(dataFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** A class path with nothing but {@link DiesWithParent}, whatever our own class path looks like. */
    private static Path watch(Path dataFolder) throws IOException {
        var name = DiesWithParent.class.getName().replace('.', '/') + ".class";
        var folder = dataFolder.resolve("launcher");
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (var bytes = DiesWithParent.class.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException(name + " is not on the class path");
            }
            Files.write(file, bytes.readAllBytes());
        }
        return folder;
    }

    /** Where the application lies: as told, or where the build unpacks it, beside our classes (or our jar). */
    static Path home() {
        var told = System.getProperty(HOME_PROPERTY);
        var home = told == null ? besideTheClasses() : Path.of(told);
        if (!Files.exists(home.resolve(APPLICATION))) {
            throw new IllegalStateException(
                    "Apicurio Registry is not in %s. Build module local-stack, or say -D%s=FOLDER"
                            .formatted(home, HOME_PROPERTY));
        }
        return home.toAbsolutePath();
    }

    private static Path besideTheClasses() {
        var source = RegistryProcess.class.getProtectionDomain().getCodeSource().getLocation();
        if (!"file".equals(source.getProtocol())) {
            throw new IllegalStateException("Say where Apicurio Registry is unpacked: -D" + HOME_PROPERTY + "=FOLDER");
        }
        try {
            return Path.of(source.toURI()).resolveSibling("registry");
        } catch (java.net.URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
