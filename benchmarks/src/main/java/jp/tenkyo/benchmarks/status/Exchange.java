package jp.tenkyo.benchmarks.status;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One client's HTTP to one server: bytes made beforehand go out, the body comes back. It does next to nothing, so that
 * what is measured is the server; it keeps its connection where the server does.
 */
final class Exchange implements AutoCloseable {

    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final String OK = " 200 ";
    private static final String LENGTH = "content-length:";
    private static final String CLOSING = "connection: close";

    private final InetSocketAddress server;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    Exchange(int port) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** A whole request with that body, over a connection that is kept. */
    static byte[] post(byte[] body) {
        return post("HTTP/1.1", body);
    }

    /** A whole request with that body, over a connection of its own. */
    static byte[] postOnce(byte[] body) {
        return post("HTTP/1.0", body);
    }

    private static byte[] post(String protocol, byte[] body) {
        var head = "POST /ocsp " + protocol
                + "\r\nHost: 127.0.0.1\r\nContent-Type: application/ocsp-request\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        var request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        return request;
    }

    /** @return the body of an answer with status 200 */
    byte[] ask(byte[] request) throws IOException {
        connect();
        out.write(request);
        out.flush();
        var status = line();
        if (!status.contains(OK)) {
            throw new IOException("The server answers " + status);
        }
        var length = -1;
        var closes = status.startsWith("HTTP/1.0");
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
            closes |= lower.equals(CLOSING);
        }
        var body = length < 0 ? in.readAllBytes() : in.readNBytes(length);
        if (closes || length < 0) {
            close();
        }
        return body;
    }

    private void connect() throws IOException {
        if (socket != null) {
            return;
        }
        var opened = new Socket();
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(ANSWER_WITHIN_MS);
        opened.connect(server, ANSWER_WITHIN_MS);
        socket = opened;
        in = new BufferedInputStream(opened.getInputStream());
        out = opened.getOutputStream();
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (var one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("The server ends in the middle of an answer");
            }
            if (one != '\r') {
                text.append((char) one);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
