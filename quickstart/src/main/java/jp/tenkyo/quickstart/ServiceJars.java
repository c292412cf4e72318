package jp.tenkyo.quickstart;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.tenkyo.stack.DiesWithParent;

/** How the services' executable jars are started: with the Java that runs this, in processes that end with this one. */
public record ServiceJars(Path lifecycle, Path notifier, Path status) {

    private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    /** @throws CannotRunException if one was not built */
    public static ServiceJars in(Path home) throws IOException {
        return new ServiceJars(
                jar(home, "lifecycle-service"), jar(home, "notifier-service"), jar(home, "status-service"));
    }

    private static Path jar(Path home, String module) throws IOException {
        var target = home.resolve(module).resolve("target");
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, module + "-*-exec.jar")) {
                for (var jar : jars) {
                    return jar;
                }
            }
        }
        throw new CannotRunException(
                "%s has not been built: there is no %s-*-exec.jar in %s. Run `mvn -DskipTests package` in %s."
                        .formatted(module, module, target, home));
    }

    public static List<String> command(Path jar, List<String> jvmOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(folderOf(DiesWithParent.class) + File.pathSeparator + jar);
        command.add(DiesWithParent.class.getName());
        command.add(BOOT_LAUNCHER);
        command.addAll(arguments);
        return command;
    }

    private static Path folderOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
