package jp.tenkyo.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Chooses ports: the usual ones, and free ones where these are taken. Another program may take a port between the
 * choice and its use; the part that then fails to bind says so.
 */
final class Ports {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int ANY = 0;

    private final Set<Integer> given = new HashSet<>();
    private final IntPredicate free;

    Ports() {
        this(Ports::isFree);
    }

    Ports(IntPredicate free) {
        this.free = free;
    }

    /** The usual port, or another where a program listens on it, on 127.0.0.1 or on all addresses. */
    int choose(int usual) {
        if (!given.contains(usual) && free.test(usual)) {
            given.add(usual);
            return usual;
        }
        var other = anyFree();
        while (!given.add(other)) {
            other = anyFree();
        }
        return other;
    }

    private static int anyFree() {
        try (var socket = new ServerSocket(ANY, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port on 127.0.0.1", e);
        }
    }

    private static boolean isFree(int port) {
        return canBind(new InetSocketAddress(LOOPBACK, port)) && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            // As servers do: connections of the last run that linger must not count as taken.
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
