package jp.tenkyo.lifecycle.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.ApiDescription;
import jp.tenkyo.lifecycle.contract.ContactPoint;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Ground;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Pin;
import jp.tenkyo.lifecycle.core.PinFormat;
import jp.tenkyo.lifecycle.core.PinRequest;
import jp.tenkyo.lifecycle.core.RevocationReason;
import jp.tenkyo.lifecycle.issuers.Issuers;
import jp.tenkyo.lifecycle.reads.Announcement;
import jp.tenkyo.lifecycle.reads.CertificateView;
import jp.tenkyo.lifecycle.reads.DecisionPage;
import jp.tenkyo.lifecycle.reads.DecisionView;
import jp.tenkyo.lifecycle.reads.PinView;
import jp.tenkyo.lifecycle.reads.ReadsSlice;
import jp.tenkyo.lifecycle.reads.TimelineStep;
import jp.tenkyo.lifecycle.simulation.ClockSlice;
import org.junit.jupiter.api.Test;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document says what the controllers, forms and answers do. */
class OpenApiTest {

    private static final List<String> INPUTS = List.of("/resident-changes", "/certificate-requests", "/contact-points");

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

    @Test
    void the_report_of_a_compromised_key_has_the_answers_that_a_caller_must_reckon_with() {
        withDocument((document, context) -> {
            var post = document.path("paths")
                    .path("/issuers/{issuerKeyId}/compromise")
                    .path("post");
            assertThat(post.path("responses").propertyNames())
                    .containsExactlyInAnyOrder("202", "400", "404", "413", "415", "422", "503");
            assertThat(fieldsOf(document, "IssuerCompromise"))
                    .containsExactlyInAnyOrderElementsOf(new IssuerCompromiseForm("").fieldNames());
            assertThat(fieldsOf(document, "Announcement"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(Announcement.class));
            assertThat(fieldsOf(document, "AcceptedEverywhere"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(CompromiseController.AcceptedEverywhere.class));
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
    void the_fields_are_those_that_other_systems_are_built_against() {
        withDocument((document, _) -> {
            assertThat(fieldsOf(document, "ResidentChange"))
                    .containsExactlyInAnyOrderElementsOf(new ResidentChangeForm().fieldNames())
                    .contains("eventId", "holderId", "municipality", "recordNumber", "reason", "changed", "eventDate")
                    .contains("notifiedDate", "processedDate", "plannedMoveOutDate", "continuedUse", "amends");
            assertThat(fieldsOf(document, "CertificateRegistration"))
                    .contains("requestId", "holderId", "municipality", "type", "carrier", "kind", "issuerKeyId")
                    .contains("serial", "notBefore", "notAfter", "dateOfBirth", "cardExpiresOn", "recordNumber");
            for (var action : List.of("CertificateRevocation", "CertificateHold", "CertificateRelease")) {
                assertThat(fieldsOf(document, action))
                        .containsExactlyInAnyOrder(
                                "requestId", "holderId", "municipality", "type", "certificateId", "ground");
            }
            assertThat(Stream.of(
                                    "CertificateRegistration",
                                    "CertificateRevocation",
                                    "PinResult",
                                    "PinReset",
                                    "PinChange",
                                    "DecisionTaken")
                            .flatMap(name -> fieldsOf(document, name).stream())
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(new CertificateRequestForm().fieldNames());
            assertThat(fieldsOf(document, "ContactPoint"))
                    .containsExactlyInAnyOrderElementsOf(new ContactPointForm().fieldNames());
            assertThat(fieldsOf(document, "PostalAddress")).containsExactlyInAnyOrder("postcode", "lines");
            assertThat(fieldsOf(document, "CertificateView"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(CertificateView.class))
                    .contains("certificateId", "kind", "carrier", "status", "reason", "revokedAt", "notBefore")
                    .contains("notAfter", "municipality", "version");
            assertThat(fieldsOf(document, "PinView")).containsExactlyInAnyOrderElementsOf(componentsOf(PinView.class));
            assertThat(fieldsOf(document, "Decision"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(DecisionView.class));
            assertThat(fieldsOf(document, "DecisionPage"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(DecisionPage.class));
            assertThat(fieldsOf(document, "PinForm")).containsExactlyInAnyOrder("pin", "value");
            assertThat(fieldsOf(document, "PinFormAnswer"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(PinFormController.Answer.class));
            assertThat(fieldsOf(document, "TimelineStep"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(TimelineStep.class));
            assertThat(fieldsOf(document, "TimelineInput"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(TimelineStep.Input.class));
            assertThat(fieldsOf(document, "TimelineFinding"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(TimelineStep.Finding.class));
            assertThat(fieldsOf(document, "TimelineEvent"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(TimelineStep.Happened.class));
        });
    }

    @Test
    void the_symbols_are_those_that_the_forms_take() {
        withDocument((document, _) -> {
            assertThat(symbols(schema(document, "ChangeReason"))).isEqualTo(names(ChangeReason.values()));
            assertThat(symbols(schema(document, "ChangedAttribute"))).isEqualTo(names(ChangedAttribute.values()));
            assertThat(symbols(schema(document, "Carrier"))).isEqualTo(names(Carrier.values()));
            assertThat(symbols(schema(document, "Kind"))).isEqualTo(names(Kind.values()));
            assertThat(symbols(schema(document, "Pin"))).isEqualTo(names(Pin.values()));
            assertThat(symbols(field(document, "PinReset", "place"))).isEqualTo(names(PinRequest.Place.values()));
            assertThat(symbols(field(document, "PinFormAnswer", "problems").path("items")))
                    .isEqualTo(names(PinFormat.Problem.values()));
            assertThat(symbols(field(document, "ContactPoint", "language")))
                    .isEqualTo(names(ContactPoint.Language.values()));
            assertThat(symbols(field(document, "ContactPoint", "channel")))
                    .isEqualTo(names(ContactPoint.Channel.values()));
            assertThat(grounds(document, "CertificateRevocation")).isEqualTo(names(Ground.Request.REVOKE));
            assertThat(grounds(document, "CertificateHold")).isEqualTo(names(Ground.Request.HOLD));
            assertThat(grounds(document, "CertificateRelease")).isEqualTo(names(Ground.Request.RELEASE));
            assertThat(symbols(field(document, "CertificateView", "reason")))
                    .containsAll(Arrays.stream(RevocationReason.values())
                            .map(RevocationReason::rfcName)
                            .toList());
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

    private static void withDocument(BiConsumer<JsonNode, WebApplicationContext> check) {
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

    private static JsonNode at(JsonNode document, JsonNode reference) {
        return document.at(reference.path("$ref").asString().substring(1));
    }

    private static JsonNode schema(JsonNode document, String name) {
        return document.path("components").path("schemas").path(name);
    }

    private static JsonNode field(JsonNode document, String schema, String name) {
        return schema(document, schema).path("properties").path(name);
    }

    private static Collection<String> fieldsOf(JsonNode document, String schema) {
        return schema(document, schema).path("properties").propertyNames();
    }

    private static List<String> grounds(JsonNode document, String schema) {
        return symbols(field(document, schema, "ground"));
    }

    private static List<String> symbols(JsonNode schema) {
        return schema.path("enum").valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(Enum<?>[] symbols) {
        return Arrays.stream(symbols).map(Enum::name).toList();
    }

    private static List<String> names(Ground.Request request) {
        return Arrays.stream(Ground.values())
                .filter(ground -> ground.request() == request)
                .map(Enum::name)
                .toList();
    }

    private static List<String> componentsOf(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }
}
