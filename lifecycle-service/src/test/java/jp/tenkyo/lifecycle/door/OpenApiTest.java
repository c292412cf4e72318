package jp.tenkyo.lifecycle.door;

import static jp.tenkyo.lifecycle.door.ApiDocument.at;
import static jp.tenkyo.lifecycle.door.ApiDocument.schema;
import static jp.tenkyo.lifecycle.door.ApiDocument.withDocument;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document's operations are those of the controllers, with the answers that they give. */
class OpenApiTest {

    private static final List<String> INPUTS = List.of("/resident-changes", "/certificate-requests", "/contact-points");

    @Test
    void the_report_of_a_compromised_key_has_the_answers_that_a_caller_must_reckon_with() {
        withDocument((document, context) -> {
            var post = document.path("paths")
                    .path("/issuers/{issuerKeyId}/compromise")
                    .path("post");
            assertThat(post.path("responses").propertyNames())
                    .containsExactlyInAnyOrder("202", "400", "404", "413", "415", "422", "503");
            var example = post.path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("example");
            assertThat(MockMvcTester.from(context)
                            .post()
                            .uri("/issuers/" + "0a".repeat(20) + "/compromise")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(example.toString()))
                    .hasStatus(202);
        });
    }

    @Test
    void every_operation_is_described_and_no_other() {
        withDocument((document, context) -> {
            var described = new ArrayList<String>();
            document.path("paths")
                    .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                        described.add(method.toUpperCase(Locale.ROOT) + " " + path);
                        assertThat(operation.path("summary").asString())
                                .as(method + " " + path)
                                .isNotBlank();
                    }));
            assertThat(described).containsExactlyInAnyOrderElementsOf(operationsOf(context));
        });
    }

    @Test
    void an_input_may_come_alone_or_with_a_thousand_others() {
        withDocument((document, _) -> {
            for (var path : INPUTS) {
                var schema = contentOf(document, path).path("schema").path("oneOf");
                assertThat(schema.path(0).path("$ref").asString()).as(path).startsWith("#/components/schemas/");
                assertThat(schema.path(1).path("type").asString()).isEqualTo("array");
                assertThat(schema.path(1).path("maxItems").asInt()).isEqualTo(JsonBody.ITEMS_MAX);
                assertThat(schema.path(1).path("items")).isEqualTo(schema.path(0));
            }
        });
    }

    @Test
    void an_input_has_the_answers_that_a_caller_must_reckon_with() {
        withDocument((document, _) -> {
            for (var path : INPUTS) {
                var answers = document.path("paths").path(path).path("post").path("responses");
                assertThat(answers.propertyNames()).containsExactlyInAnyOrder("202", "400", "413", "415", "422", "503");
                answers.forEach(answer ->
                        assertThat(at(document, answer).isMissingNode()).isFalse());
                assertThat(at(document, answers.path("503")).path("headers").propertyNames())
                        .contains("Retry-After");
                assertThat(at(document, answers.path("422")).path("content").propertyNames())
                        .containsExactly("application/problem+json");
            }
            assertThat(schema(document, "Refusal").path("properties").propertyNames())
                    .containsExactlyInAnyOrder("index", "field", "code", "detail");
        });
    }

    @Test
    void every_example_is_accepted() {
        withDocument((document, context) -> {
            var http = MockMvcTester.from(context);
            for (var path : INPUTS) {
                var examples = contentOf(document, path).path("examples");
                assertThat(examples.size()).as(path).isPositive();
                examples.forEachEntry((name, example) -> assertThat(http.post()
                                .uri(path)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(example.path("value").toString()))
                        .as(path + " " + name)
                        .hasStatus(202));
            }
        });
    }

    private static List<String> operationsOf(WebApplicationContext context) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(mapped -> mapped.getValue().getBeanType().getName().startsWith("jp.tenkyo."))
                .flatMap(mapped -> mapped.getKey().getPatternValues().stream()
                        .map(path -> mapped.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next()
                                + " " + path))
                .toList();
    }

    private static JsonNode contentOf(JsonNode document, String path) {
        return document.path("paths")
                .path(path)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json");
    }
}
