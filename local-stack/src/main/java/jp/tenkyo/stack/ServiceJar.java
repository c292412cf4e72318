package jp.tenkyo.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * A service's executable jar, unpacked as in its container: from within the jar it starts more slowly, and libraries do
 * not find their native code.
 *
 * @param path of the application's own jar, which names all others
 */
public record ServiceJar(Path path, String mainClass) {

    /** Beside what was unpacked: out of which jar. Times say nothing, since builds are reproducible. */
    private static final String ORIGIN = "origin";

    /**
     * Finds the jar that the build of a module has made, and unpacks it beside itself where that has not been done.
     *
     * @param home the checkout
     * @throws NotBuiltException if there is none
     */
    public static ServiceJar of(Path home, String module) throws IOException, InterruptedException {
        var executable = find(home.resolve(module).resolve("target"), module);
        var folder = executable.resolveSibling("unpacked");
        var content = contentOf(executable);
        var origin = folder.resolve(ORIGIN);
        if (!Files.exists(origin) || !Files.readString(origin).equals(content)) {
            unpack(executable, folder, content);
        }
        var path = folder.resolve(executable.getFileName());
        try (var jar = new JarFile(path.toFile())) {
            return new ServiceJar(path, jar.getManifest().getMainAttributes().getValue("Main-Class"));
        }
    }

    private static Path find(Path target, String module) throws IOException {
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, module + "-*-exec.jar")) {
                for (var jar : jars) {
                    return jar;
                }
            }
        }
        throw new NotBuiltException(module, target);
    }

    /** Names and checksums of all files in a jar, which stand together at its end, in short. */
    static String contentOf(Path executable) throws IOException {
        var sum = new CRC32();
        try (var jar = new JarFile(executable.toFile())) {
            for (var entry : Collections.list(jar.entries())) {
                sum.update((entry.getName() + " " + entry.getCrc() + "\n").getBytes(UTF_8));
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** Whole or not at all: it gets its name last. */
    private static void unpack(Path executable, Path folder, String content) throws IOException, InterruptedException {
        var half = folder.resolveSibling("unpacked.new");
        delete(half);
        var log = folder.resolveSibling("unpacked.log");
        var unpacking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        executable.toString(),
                        "extract",
                        "--destination",
                        half.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (unpacking.waitFor() != 0) {
            throw new IOException("Cannot unpack %s:%n%s".formatted(executable, Files.readString(log)));
        }
        Files.writeString(half.resolve(ORIGIN), content);
        delete(folder);
        Files.move(half, folder);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ServiceJar::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is no executable jar of a module. */
    public static final class NotBuiltException extends IOException {

        private static final long serialVersionUID = 1;

        NotBuiltException(String module, Path target) {
            super("%s has not been built: there is no %s-*-exec.jar in %s. Run `mvn -DskipTests package`."
                    .formatted(module, module, target));
        }
    }
}
