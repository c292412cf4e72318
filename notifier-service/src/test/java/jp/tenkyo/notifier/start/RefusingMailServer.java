package jp.tenkyo.notifier.start;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server (RFC 5321) that refuses as the recipient's address asks: {@code rcpt-550@…} is answered with 550 at
 * RCPT, {@code data-554@…} with 554 after the mail's content. Takes everything else, and keeps nothing.
 */
final class RefusingMailServer implements AutoCloseable {

    private static final Pattern WISH = Pattern.compile("<(rcpt|data)-([45][0-9]{2})@", Pattern.CASE_INSENSITIVE);
    private static final int BACKLOG = 8;

    private final ServerSocket door;
    private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();

    private RefusingMailServer(ServerSocket door) {
        this.door = door;
    }

    /** @param port on 127.0.0.1; 0 for any that is free */
    static RefusingMailServer start(int port) {
        try {
            var server = new RefusingMailServer(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
            server.conversations.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            for (; ; ) {
                var client = door.accept();
                conversations.execute(() -> talk(client));
            }
        } catch (IOException e) {
            // The door was closed: nobody else is let in.
            return;
        }
    }

    private static void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
                var out = new PrintWriter(client.getOutputStream(), false, US_ASCII)) {
            new Conversation(in, out).hold();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        conversations.shutdownNow();
    }

    private static final class Conversation {

        private final BufferedReader in;
        private final PrintWriter out;
        private int afterContent = 250;

        Conversation(BufferedReader in, PrintWriter out) {
            this.in = in;
            this.out = out;
        }

        void hold() throws IOException {
            say("220 ready");
            for (var line = in.readLine(); line != null && !verb(line).equals("QUIT"); line = in.readLine()) {
                answer(line);
            }
        }

        private void answer(String line) throws IOException {
            switch (verb(line)) {
                case "RCPT" -> recipient(line);
                case "DATA" -> content();
                default -> say("250 fine");
            }
        }

        private void recipient(String line) {
            var wish = WISH.matcher(line);
            if (!wish.find()) {
                say("250 fine");
            } else if (wish.group(1).equalsIgnoreCase("rcpt")) {
                // In two lines, as servers with a policy to explain do.
                say(wish.group(2) + "-not to <" + "this mailbox>");
                say(wish.group(2) + " as said");
            } else {
                afterContent = Integer.parseInt(wish.group(2));
                say("250 fine");
            }
        }

        private void content() throws IOException {
            say("354 go on");
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {}
            say(afterContent + " so it is");
        }

        private void say(String reply) {
            out.print(reply + "\r\n");
            out.flush();
        }

        private static String verb(@Nullable String line) {
            return line == null ? "" : line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        }
    }
}
