package jp.tenkyo.lifecycle.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** No PIN that is sent to the service is told to anybody, whatever else is wrong with the request. */
class PinSecrecyTest {

    private static final String SECRET = "KAERU7Q2WXYZ";

    /** What logs the bytes that it reads, and is kept from it by the service's settings. */
    private static final String READS_REQUESTS = "org.apache.coyote.http11";

    /** Neither a test nor the service scans it: without an annotation it is no configuration of its own. */
    @Import({InputController.class, PinFormController.class, Problems.class})
    static class Surface {

        @Bean
        Intake intake() {
            return new Intake(new RecordingOutbox(), InstantSource.fixed(JsonDoor.NOW));
        }
    }

    private record Attempt(String path, String contentType, String body, int status) {}

    private static Stream<Attempt> attempts() {
        var json = "application/json";
        var told = """
                {"requestId": "r-1", "holderId": "h-1", "municipality": "012246", "type": "PIN_CHANGED",
                 "pin": "SIGNING", "carrier": "CARD", "newPin": "%s"}""".formatted(SECRET);
        return Stream.of(
                pinForm(json, "{\"pin\": \"SIGNING\", \"value\": \"%s\"}", 200),
                pinForm(json, "{\"pin\": \"CARD\", \"value\": \"%s\"}", 200),
                pinForm(json, "{\"pin\": \"SIGNING\", \"value\": \"%s\"", 400),
                pinForm(json, "{\"pin\": \"SIGNING\", \"value\": %s}", 400),
                pinForm(json, "%s", 400),
                pinForm(json, "{\"value\": \"x\", \"value\": \"%s\"}", 400),
                pinForm(json, "{\"%s\": \"x\", \"%1$s\": \"x\"}", 400),
                pinForm(json, "[".repeat(100) + "\"%s\"" + "]".repeat(100), 400),
                pinForm(json, "{\"pin\": \"%s\", \"value\": \"%1$s\"}", 422),
                pinForm(json, "{\"pin\": \"SIGNING\", \"value\": [\"%s\"]}", 422),
                pinForm(json, "{\"pin\": \"SIGNING\", \"%s\": \"%1$s\"}", 422),
                pinForm(json, "[\"%s\"]", 422),
                pinForm(json, "{\"pin\": \"SIGNING\", \"value\": \"%s\"" + " ".repeat(2_000) + "}", 413),
                pinForm("text/plain", "%s", 415),
                pinForm("application/x-www-form-urlencoded", "pin=SIGNING&value=%s", 415),
                new Attempt("/certificate-requests", json, told, 422),
                new Attempt("/certificate-requests", json, told.replace("}", ""), 400));
    }

    private static Attempt pinForm(String contentType, String body, int status) {
        return new Attempt("/pin-forms", contentType, body.formatted(SECRET), status);
    }

    @Test
    void no_log_at_any_level_no_metric_and_no_answer_has_a_pin() {
        run(context -> {
            try (var log = new EveryLog(loggersAtInformation(context))) {
                attempts().forEach(attempt -> {
                    var answer = send(context, attempt);
                    assertThat(answer.statusCode()).as(attempt.toString()).isEqualTo(attempt.status());
                    assertThat(answer.body() + answer.headers().map()).doesNotContain(SECRET);
                });
                assertThat(log.lines())
                        .anyMatch(line -> line.contains("POST \"/pin-forms\""))
                        .noneMatch(line -> line.contains(SECRET));
            }
            var meters = context.getBean(MeterRegistry.class).getMeters();
            assertThat(meters)
                    .anyMatch(meter -> "/pin-forms".equals(meter.getId().getTag("uri")))
                    .noneMatch(meter -> meter.getId().toString().contains(SECRET));
        });
    }

    @Test
    void the_log_that_is_looked_at_would_show_a_leak() {
        run(context -> {
            try (var log = new EveryLog(List.of())) {
                send(context, pinForm("application/json", "%s", 400));
                assertThat(log.lines()).anyMatch(line -> line.startsWith(READS_REQUESTS) && line.contains(SECRET));
            }
        });
    }

    private static void run(ContextConsumer<AssertableWebApplicationContext> test) {
        new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("server.port=0")
                .withConfiguration(AutoConfigurations.of(
                        TomcatServletWebServerAutoConfiguration.class,
                        DispatcherServletAutoConfiguration.class,
                        WebMvcAutoConfiguration.class,
                        ErrorMvcAutoConfiguration.class,
                        JacksonAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        MetricsAutoConfiguration.class,
                        SimpleMetricsExportAutoConfiguration.class,
                        CompositeMeterRegistryAutoConfiguration.class,
                        ObservationAutoConfiguration.class,
                        WebMvcObservationAutoConfiguration.class))
                .withUserConfiguration(Surface.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    test.accept(context);
                });
    }

    /** As the service's settings have it: the level of the root may be anything. */
    private static List<String> loggersAtInformation(AssertableWebApplicationContext context) {
        Map<String, String> levels = Binder.get(context.getEnvironment())
                .bind("logging.level", Bindable.mapOf(String.class, String.class))
                .orElseGet(TreeMap::new);
        return levels.entrySet().stream()
                .filter(level ->
                        level.getValue().equals("info") && !level.getKey().equals("root"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static HttpResponse<String> send(AssertableWebApplicationContext context, Attempt attempt) {
        var server = (AnnotationConfigServletWebServerApplicationContext) context.getSourceApplicationContext();
        var port = java.util.Objects.requireNonNull(server.getWebServer()).getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + attempt.path()))
                .header("Content-Type", attempt.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(attempt.body(), UTF_8))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
