package jp.tenkyo.quickstart.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/** Each part in a container of its own, from the images of the compose file. */
final class ContainerSurroundings implements Surroundings {

    private static final String SCHEMAS = "/apis/ccompat/v7";
    private static final int REGISTRY_PORT = 8080;
    private static final int SMTP_PORT = 3025;
    private static final int MAILBOX_PORT = 8080;
    private static final int OK = 200;
    private static final Duration UP_WITHIN = Duration.ofMinutes(4);

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withStartupTimeout(UP_WITHIN);
    private final GenericContainer<?> registry = new GenericContainer<>("apicurio/apicurio-registry:3.3.3")
            .withEnv(Map.of(
                    "APICURIO_STORAGE_KIND", "sql",
                    "APICURIO_STORAGE_SQL_KIND", "h2",
                    "APICURIO_DATASOURCE_URL", "jdbc:h2:file:/tmp/schemas",
                    "JAVA_OPTIONS", "-Xmx256m"))
            .waitingFor(
                    Wait.forHttp(SCHEMAS + "/subjects").forPort(REGISTRY_PORT).withStartupTimeout(UP_WITHIN));
    private final GenericContainer<?> mail = new GenericContainer<>("greenmail/standalone:2.1.13")
            .withExposedPorts(SMTP_PORT, MAILBOX_PORT)
            .waitingFor(Wait.forHttp("/api/user").forPort(MAILBOX_PORT).withStartupTimeout(UP_WITHIN));
    private final int registryPort = freePort();
    private final HttpClient client = HttpClient.newHttpClient();

    ContainerSurroundings() {
        // A port that the engine chooses would be another one after a restart.
        registry.setPortBindings(List.of(registryPort + ":" + REGISTRY_PORT));
        Startables.deepStart(kafka, registry, mail).join();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String registryUrl() {
        return "http://%s:%d%s".formatted(registry.getHost(), registryPort, SCHEMAS);
    }

    @Override
    public String smtpHost() {
        return mail.getHost();
    }

    @Override
    public int smtpPort() {
        return mail.getMappedPort(SMTP_PORT);
    }

    @Override
    public List<String> subjectsOfMailsTo(String address) {
        var mailbox = "http://%s:%d/api/user/%s/messages"
                .formatted(mail.getHost(), mail.getMappedPort(MAILBOX_PORT), address);
        try {
            var answer = client.send(HttpRequest.newBuilder(URI.create(mailbox)).build(), BodyHandlers.ofString());
            // A mailbox is made when its first mail comes.
            return answer.statusCode() == OK ? subjects(new JsonMapper().readTree(answer.body())) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> subjects(JsonNode messages) {
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.path("subject").asText())
                .toList();
    }

    @Override
    public void stopRegistry() {
        registry.getDockerClient().stopContainerCmd(registry.getContainerId()).exec();
    }

    @Override
    public void startRegistry() {
        registry.getDockerClient().startContainerCmd(registry.getContainerId()).exec();
        Awaits.until(() -> {
            var question = HttpRequest.newBuilder(URI.create(registryUrl() + "/subjects"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(question, BodyHandlers.discarding()).statusCode() == OK;
        });
    }

    @Override
    public void close() {
        client.close();
        mail.stop();
        registry.stop();
        kafka.stop();
    }
}
