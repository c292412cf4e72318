package jp.tenkyo.quickstart;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** Stands for a service where only starting and stopping matter: is ready at once, runs until stopped. */
public final class StandInService {

    private static final String PORT = "--server.port=";

    private StandInService() {}

    public static void main(String... arguments) throws IOException {
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
