package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.BiConsumer;
import jp.tenkyo.lifecycle.ApiDescription;
import jp.tenkyo.lifecycle.issuers.Issuers;
import jp.tenkyo.lifecycle.reads.ReadsSlice;
import jp.tenkyo.lifecycle.simulation.ClockSlice;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document as a running service answers it, and what is to be found in it. */
final class ApiDocument {

    private ApiDocument() {}

    /** Neither a test nor the service scans it: without an annotation it is no configuration of its own. */
    @Import({
        InputController.class,
        CompromiseController.class,
        PinFormController.class,
        Problems.class,
        ReadsSlice.class,
        ClockSlice.class,
        ApiDescription.class
    })
    static class Surface {

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2026-04-01T12:00:00Z"));
        }

        @Bean
        Issuers issuers() {
            return Issuers.EVERY;
        }

        @Bean
        Intake intake(InstantSource clock) {
            return new Intake(new RecordingOutbox(), clock);
        }
    }

    static void withDocument(BiConsumer<JsonNode, WebApplicationContext> check) {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        WebMvcAutoConfiguration.class,
                        SpringDocConfiguration.class,
                        SpringDocConfigProperties.class,
                        SpringDocWebMvcConfiguration.class))
                .withUserConfiguration(Surface.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    check.accept(documentOf(context), context);
                });
    }

    private static JsonNode documentOf(WebApplicationContext context) {
        var answer = MockMvcTester.from(context).get().uri("/v3/api-docs").exchange();
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    static JsonNode at(JsonNode document, JsonNode reference) {
        return document.at(reference.path("$ref").asString().substring(1));
    }

    static JsonNode schema(JsonNode document, String name) {
        return document.path("components").path("schemas").path(name);
    }

    static JsonNode field(JsonNode document, String schema, String name) {
        return schema(document, schema).path("properties").path(name);
    }

    static Collection<String> fieldsOf(JsonNode document, String schema) {
        return schema(document, schema).path("properties").propertyNames();
    }
}
