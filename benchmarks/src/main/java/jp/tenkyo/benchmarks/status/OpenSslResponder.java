package jp.tenkyo.benchmarks.status;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import jp.tenkyo.stack.ca.IssuerFiles;

/**
 * {@code openssl ocsp} as a responder, with the same issuer, responder key and certificates. Up to OpenSSL 3.2 it can
 * only listen on all addresses of the machine; it does for as long as it is measured.
 */
final class OpenSslResponder implements AutoCloseable {

    private static final String LISTENS = "waiting for OCSP client connections";
    private static final int TRIES = 100;
    private static final int TRIED_EVERY_MS = 100;

    private final Process process;
    private final int port;

    private OpenSslResponder(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static OpenSslResponder start(Path folder, IssuerFiles issuer, long firstSerial, int count)
            throws IOException, InterruptedException {
        var index = Files.write(
                folder.resolve("index.txt"),
                LongStream.range(firstSerial, firstSerial + count)
                        .mapToObj(serial -> "V\t300217145959Z\t\t%X\tunknown\t/CN=%X".formatted(serial, serial))
                        .toList());
        var log = folder.resolve("openssl.log");
        var port = freePort();
        var process = new ProcessBuilder(
                        "openssl",
                        "ocsp",
                        "-port",
                        Integer.toString(port),
                        "-index",
                        index.toString(),
                        "-CA",
                        issuer.certificate().toString(),
                        "-rsigner",
                        issuer.ocspCertificate().toString(),
                        "-rkey",
                        issuer.ocspKey().toString(),
                        "-nmin",
                        "5",
                        "-ignore_err")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var responder = new OpenSslResponder(process, port);
        responder.awaitReady(log);
        return responder;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** It says so itself; a connection that asks nothing would keep it waiting. */
    private void awaitReady(Path log) throws IOException, InterruptedException {
        for (var i = 0; i < TRIES && process.isAlive(); i++) {
            if (Files.readString(log).contains(LISTENS)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(TRIED_EVERY_MS);
        }
        throw new IOException("openssl ocsp does not listen: " + Files.readString(log));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
