package jp.tenkyo.lifecycle.door;

import static jp.tenkyo.lifecycle.door.ApiDocument.field;
import static jp.tenkyo.lifecycle.door.ApiDocument.fieldsOf;
import static jp.tenkyo.lifecycle.door.ApiDocument.schema;
import static jp.tenkyo.lifecycle.door.ApiDocument.withDocument;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
import jp.tenkyo.lifecycle.reads.Announcement;
import jp.tenkyo.lifecycle.reads.CertificateView;
import jp.tenkyo.lifecycle.reads.DecisionPage;
import jp.tenkyo.lifecycle.reads.DecisionView;
import jp.tenkyo.lifecycle.reads.PinView;
import jp.tenkyo.lifecycle.reads.TimelineStep;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document's schemas have the fields and the symbols of the forms and the answers. */
class OpenApiSchemasTest {

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
            assertThat(fieldsOf(document, "IssuerCompromise"))
                    .containsExactlyInAnyOrderElementsOf(new IssuerCompromiseForm("").fieldNames());
            assertThat(fieldsOf(document, "Announcement"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(Announcement.class));
            assertThat(fieldsOf(document, "AcceptedEverywhere"))
                    .containsExactlyInAnyOrderElementsOf(componentsOf(CompromiseController.AcceptedEverywhere.class));
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
