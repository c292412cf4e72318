package jp.tenkyo.benchmarks.status;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * One client's HTTP to one server: bytes made beforehand go out, the body comes back. It does next to nothing, so that
 * what is measured is the server; it keeps its connection where the server does.
 */
final class Exchange implements AutoCloseable {

    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final int HEADERS_MAX = 16 << 10;
    private static final byte[] LENGTH = "\ncontent-length:".getBytes(US_ASCII);
    private static final byte[] CLOSING = "\nconnection: close".getBytes(US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
    /** In "HTTP/1.1 200". */
    private static final int MINOR_VERSION_AT = 7;

    private static final int STATUS_AT = 9;
    private static final int CAPITALS_TO_SMALL = 'a' - 'A';

    private final InetSocketAddress server;
    private final byte[] buffer = new byte[HEADERS_MAX];
    private int filled;
    private int headEnd;
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
        readHead();
        if (buffer[STATUS_AT] != '2' || buffer[STATUS_AT + 1] != '0' || buffer[STATUS_AT + 2] != '0') {
            throw new IOException("The server answers "
                    + new String(buffer, 0, headEnd, US_ASCII).lines().findFirst());
        }
        var length = length();
        var body = length < 0 ? rest(in.readAllBytes()) : rest(in.readNBytes(length - (filled - headEnd)));
        if (length < 0 || buffer[MINOR_VERSION_AT] == '0' || find(CLOSING) >= 0) {
            close();
        }
        return body;
    }

    /** Reads until the empty line after the headers is in the buffer. */
    private void readHead() throws IOException {
        filled = 0;
        headEnd = 0;
        while (headEnd == 0) {
            var more = in.read(buffer, filled, buffer.length - filled);
            if (more <= 0) {
                throw new EOFException("The server ends in the middle of an answer, or has too many headers");
            }
            var from = Math.max(0, filled - END.length + 1);
            filled += more;
            for (var at = from; at <= filled - END.length && headEnd == 0; at++) {
                headEnd = isAt(END, at) ? at + END.length : 0;
            }
        }
    }

    /** What came of the body with the headers, and what came after it. */
    private byte[] rest(byte[] after) {
        var begun = filled - headEnd;
        var body = new byte[begun + after.length];
        System.arraycopy(buffer, headEnd, body, 0, begun);
        System.arraycopy(after, 0, body, begun, after.length);
        return body;
    }

    /** -1 where nothing says so: then the server closes. */
    private int length() {
        var at = find(LENGTH);
        if (at < 0) {
            return -1;
        }
        var length = 0;
        for (at += LENGTH.length; buffer[at] != '\r'; at++) {
            length = buffer[at] == ' ' ? length : length * 10 + buffer[at] - '0';
        }
        return length;
    }

    /** Where that begins in the headers, in capitals or not; -1 where it does not. */
    private int find(byte[] lowerCase) {
        for (var at = 0; at <= headEnd - lowerCase.length; at++) {
            if (isAt(lowerCase, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] lowerCase, int at) {
        for (var i = 0; i < lowerCase.length; i++) {
            var one = buffer[at + i];
            if (lowerCase[i] != (one >= 'A' && one <= 'Z' ? one + CAPITALS_TO_SMALL : one)) {
                return false;
            }
        }
        return true;
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
        in = opened.getInputStream();
        out = opened.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
