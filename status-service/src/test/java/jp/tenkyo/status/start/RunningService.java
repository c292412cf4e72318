package jp.tenkyo.status.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tenkyo.stack.LocalBroker;
import jp.tenkyo.status.StatusApplication;
import jp.tenkyo.status.TestCa;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.table.Found;
import jp.tenkyo.status.table.RunningTable;
import jp.tenkyo.status.table.StatusTable;
import jp.tenkyo.status.table.StatusTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Broker and service, each real, on free ports of this machine, with the registry in memory; two CA generations. */
public final class RunningService implements AutoCloseable {

    public final TestCa first = TestCa.rsa();
    public final TestCa second = TestCa.elliptic();
    public final Path folder;
    private final LocalBroker broker;
    private final Map<String, Object> registry = RunningTable.registry("status-service");
    private final KafkaProducer<byte[], byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> arguments;
    private final ConfigurableApplicationContext service;

    private RunningService(Path folder, List<String> more) {
        this.folder = folder;
        broker = LocalBroker.start(folder.resolve("kafka"), 0);
        RunningTable.makeTopics(broker.bootstrapServers());
        producer = RunningTable.producer(broker.bootstrapServers(), "lifecycle");
        arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--tenkyo.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--tenkyo.kafka.partitions=" + RunningTable.PARTITIONS,
                "--tenkyo.registry.url=" + registry.get("schema.registry.url"),
                // The registry in memory has no address to be asked at.
                "--tenkyo.check-topics=false",
                "--tenkyo.state-folder=" + folder.resolve("state"),
                "--tenkyo.table.stale-after=2s"));
        trust(0, first, first.responder(TestCa.Profile.OCSP));
        trust(1, second, second.rsaResponder());
        arguments.addAll(more);
        service = run(arguments);
    }

    private static ConfigurableApplicationContext run(List<String> arguments) {
        return new SpringApplicationBuilder(StatusApplication.class).run(arguments.toArray(String[]::new));
    }

    /** One more of the same installation; webhooks are delivered by the first. */
    public final class Another implements AutoCloseable {

        private final ConfigurableApplicationContext instance;

        private Another() {
            var own = new ArrayList<>(arguments);
            own.add("--tenkyo.state-folder=" + folder.resolve("another-state"));
            own.add("--tenkyo.webhooks.deliver-here=false");
            instance = run(own);
        }

        public String url(String path) {
            return "http://127.0.0.1:" + portOf(instance) + path;
        }

        @Override
        public void close() {
            instance.close();
        }
    }

    public Another another() {
        return new Another();
    }

    /** @param more settings, as arguments */
    public static RunningService start(Path folder, String... more) {
        return new RunningService(folder, List.of(more));
    }

    private void trust(int number, TestCa ca, TestCa.Held responder) {
        var issuer = TestCa.write(folder.resolve("ca-%d.pem".formatted(number)), ca.certificate());
        var certificate = TestCa.write(folder.resolve("ocsp-%d.pem".formatted(number)), responder.certificate());
        var key = TestCa.write(folder.resolve("ocsp-%d.key".formatted(number)), responder.key());
        arguments.add("--tenkyo.issuers[%d]=%s".formatted(number, issuer));
        arguments.add("--tenkyo.ocsp.responders[%d].certificate=%s".formatted(number, certificate));
        arguments.add("--tenkyo.ocsp.responders[%d].key=%s".formatted(number, key));
        var signer = ca.listSigner();
        arguments.add("--tenkyo.lists.signers[%d].certificate=%s"
                .formatted(
                        number, TestCa.write(folder.resolve("lists-%d.pem".formatted(number)), signer.certificate())));
        arguments.add("--tenkyo.lists.signers[%d].key=%s"
                .formatted(number, TestCa.write(folder.resolve("lists-%d.key".formatted(number)), signer.key())));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public int port() {
        return portOf(service);
    }

    private static int portOf(ConfigurableApplicationContext of) {
        var context = (ServletWebServerApplicationContext) of;
        return requireNonNull(context.getWebServer()).getPort();
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return String.valueOf(registry.get("schema.registry.url"));
    }

    /** What the service's table says of the row's certificate. */
    public Found find(StatusRow row) {
        return service.getBean(StatusTable.class).find(row.id());
    }

    /** Commits these statuses, each in a transaction of its own. */
    public void commit(StatusRow... rows) {
        for (var row : rows) {
            producer.beginTransaction();
            RunningTable.send(producer, RunningTable.record(row, registry));
            producer.commitTransaction();
        }
    }

    /** Commits a record about that certificate which nobody can read. */
    public void commitUnreadable(CertificateId id) {
        producer.beginTransaction();
        RunningTable.send(
                producer,
                new ProducerRecord<>(StatusTopic.NAME, id.toString().getBytes(UTF_8), "no Avro".getBytes(UTF_8)));
        producer.commitTransaction();
    }

    /** Writes a status and leaves its transaction open. */
    public void leaveOpen(StatusRow row) {
        producer.beginTransaction();
        RunningTable.send(producer, RunningTable.record(row, registry));
    }

    public void commitOpen() {
        producer.commitTransaction();
    }

    public HttpResponse<byte[]> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url(path)));
        return send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    public HttpResponse<byte[]> post(String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    public String text(String path) {
        return new String(get(path).body(), UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
        producer.close(Duration.ZERO);
        http.close();
        broker.close();
    }
}
