package jp.tenkyo.quickstart;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Stands for a service where only starting and stopping matter: is ready at once, runs until stopped. Its jar unpacks
 * itself as one of Spring Boot does.
 */
public final class StandInService {

    private static final String PORT = "--server.port=";

    private StandInService() {}

    public static void main(String... arguments) throws IOException, URISyntaxException {
        if (System.getProperty("jarmode") != null) {
            var jar = Path.of(StandInService.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var folder = Files.createDirectories(Path.of(arguments[arguments.length - 1]));
            Files.copy(jar, folder.resolve(jar.getFileName()));
            return;
        }
        var port = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(PORT))
                .mapToInt(argument -> Integer.parseInt(argument.substring(PORT.length())))
                .findFirst()
                .orElseThrow();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
