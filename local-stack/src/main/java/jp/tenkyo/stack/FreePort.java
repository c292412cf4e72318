package jp.tenkyo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports for servers that cannot choose one themselves because they have to announce it first. Another process may take
 * a port between the choice and its use: whoever asks here tries again when binding fails.
 */
final class FreePort {

    private FreePort() {}

    /** That port, or a free one where it is 0. */
    static int orAny(int port) {
        return port == 0 ? any() : port;
    }

    static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on 127.0.0.1", e);
        }
    }
}
