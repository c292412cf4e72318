package jp.tenkyo.quickstart;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.tenkyo.stack.DiesWithParent;
import jp.tenkyo.stack.ServiceJar;

/** How the services are started: with the Java that runs this, in processes that end with this one. */
public record ServiceJars(ServiceJar lifecycle, ServiceJar notifier, ServiceJar status) {

    /** @throws ServiceJar.NotBuiltException if one was not built */
    public static ServiceJars in(Path home) throws IOException, InterruptedException {
        return new ServiceJars(
                ServiceJar.of(home, "lifecycle-service"),
                ServiceJar.of(home, "notifier-service"),
                ServiceJar.of(home, "status-service"));
    }

    public static List<String> command(ServiceJar jar, List<String> jvmOptions, List<String> arguments) {
        return command(
                folderOf(DiesWithParent.class) + File.pathSeparator + jar.path(),
                jvmOptions,
                jar.mainClass(),
                arguments);
    }

    /** A class of this process in another one. */
    static List<String> command(Class<?> main, List<String> jvmOptions, List<String> arguments) {
        return command(System.getProperty("java.class.path"), jvmOptions, main.getName(), arguments);
    }

    private static List<String> command(
            String classPath, List<String> jvmOptions, String main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(classPath);
        command.add(DiesWithParent.class.getName());
        command.add(main);
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
