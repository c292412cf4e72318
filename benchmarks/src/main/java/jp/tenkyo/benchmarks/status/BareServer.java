package jp.tenkyo.benchmarks.status;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/**
 * The server that status-service runs in, with its settings, and nothing in it but the bytes of one answer. Arguments:
 * folder to work in, file with the answer.
 */
public final class BareServer {

    static final String READY = "ready ";

    private static final int REQUESTS_A_CONNECTION = 10_000;

    private BareServer() {}

    public static void main(String... arguments) throws IOException, LifecycleException {
        var answer = Files.readAllBytes(Path.of(arguments[1]));
        var tomcat = new Tomcat();
        tomcat.setBaseDir(arguments[0]);
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        var connector = tomcat.getConnector();
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxKeepAliveRequests(REQUESTS_A_CONNECTION);
        }
        ((AbstractProtocol<?>) connector.getProtocolHandler()).setAddress(InetAddress.getLoopbackAddress());
        var context = tomcat.addContext("", arguments[0]);
        Tomcat.addServlet(context, "answer", new Answering(answer));
        context.addServletMappingDecoded("/ocsp", "answer");
        tomcat.start();
        System.out.println(READY + connector.getLocalPort());
        tomcat.getServer().await();
    }

    private static final class Answering extends HttpServlet {

        private final transient byte[] answer;

        Answering(byte[] answer) {
            this.answer = answer;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.setContentType("application/ocsp-response");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }
}
