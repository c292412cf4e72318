package jp.tenkyo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.avro.NoticeWithdrawn;
import jp.tenkyo.avro.WithdrawalReason;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.schemas.Decoded;
import jp.tenkyo.schemas.MessageCodec;
import jp.tenkyo.schemas.RegistryUnavailableException;
import jp.tenkyo.schemas.SchemaRegistry;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.setup.IncompatibleSchemaException;
import jp.tenkyo.schemas.setup.SchemaSetup;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contracts rely on, asked of a real registry. One story, since each start of a registry takes seconds. */
class RegistryContractTest {

    private static final String EVENTS = Topic.CERTIFICATE_EVENTS.subject();

    @TempDir
    Path folder;

    @Test
    void the_real_registry_keeps_the_contracts_readable() throws Exception {
        byte[] bytes;
        MessageCodec<NoticeMessage> codec;
        String url;
        try (var registry = LocalRegistry.start(folder, 0);
                var access = new SchemaRegistry(Map.of("schema.registry.url", registry.url()))) {
            url = registry.url();
            codec = notices(url);
            nothing_is_registered_on_the_way(codec, access.client());
            registering_twice_changes_nothing(url, access.client());
            bytes = codec.encode(withdrawal());
            assertThat(codec.decode(bytes)).isEqualTo(new Decoded.Understood<>(withdrawal()));
            what_is_not_a_notice_is_poison(codec, url);
            one_more_body_and_one_more_symbol_are_accepted(access.client());
            a_changed_type_is_refused(access.client());
            an_incompatible_registration_names_its_subject(url, access.client());
        }
        without_the_registry_nothing_is_poison(codec, bytes, url);
        codec.close();
    }

    private static void nothing_is_registered_on_the_way(MessageCodec<NoticeMessage> codec, SchemaRegistryClient client)
            throws Exception {
        assertThatThrownBy(() -> codec.encode(withdrawal()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("notices-value")
                .hasMessageContaining("setup");
        assertThat(client.getAllSubjects()).isEmpty();
    }

    private static void registering_twice_changes_nothing(String url, SchemaRegistryClient client) throws Exception {
        var first = SchemaSetup.register(url);

        assertThat(SchemaSetup.register(url))
                .isEqualTo(first)
                .hasSize(Topic.withSchema().size());
        for (var registered : first) {
            assertThat(client.getCompatibility(registered.subject())).isEqualTo("FULL_TRANSITIVE");
            assertThat(client.getAllVersions(registered.subject())).containsExactly(1);
            assertThat(client.getSchemaById(registered.id()).canonicalString()).doesNotContain("avro.java.string");
        }
    }

    private static void what_is_not_a_notice_is_poison(MessageCodec<NoticeMessage> codec, String url) {
        try (var other = new MessageCodec<>(Topic.NOTICE_DELIVERIES, NoticeDeliveryMessage.class, settings(url))) {
            var delivery = new NoticeDeliveryMessage("id", "/test", Instant.EPOCH, Instant.EPOCH, null);
            assertThat(causeOf(codec, other.encode(delivery))).isEqualTo(DeadLetterCause.WRONG_CONTRACT);
        }
        for (var id : new int[] {0, -1, 4711, Integer.MAX_VALUE}) {
            assertThat(causeOf(codec, naming(id))).as("schema %d", id).isEqualTo(DeadLetterCause.UNKNOWN_SCHEMA_ID);
        }
    }

    private static void one_more_body_and_one_more_symbol_are_accepted(SchemaRegistryClient client) throws Exception {
        var present = present();
        var newBody = present.substring(0, present.lastIndexOf(']'))
                + ",{\"name\":\"certificateRekeyed\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"CertificateRekeyed\","
                + "\"fields\":[{\"name\":\"certificateId\",\"type\":\"string\"}]}],\"default\":null}"
                + present.substring(present.lastIndexOf(']'));
        client.register(EVENTS, new AvroSchema(newBody));
        client.register(
                EVENTS,
                new AvroSchema(newBody.replace("\"certificateHold\"]", "\"certificateHold\",\"aACompromise\"]")));

        assertThat(client.getAllVersions(EVENTS)).containsExactly(1, 2, 3);
    }

    private static void a_changed_type_is_refused(SchemaRegistryClient client) throws Exception {
        var changed = present()
                .replace(
                        "\"name\":\"policyVersion\",\"type\":\"string\"",
                        "\"name\":\"policyVersion\",\"type\":\"long\"");

        assertThat(changed).isNotEqualTo(present());
        assertThatThrownBy(() -> client.register(EVENTS, new AvroSchema(changed)))
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        e -> assertThat(e.getStatus()).isEqualTo(409));
    }

    private static void an_incompatible_registration_names_its_subject(String url, SchemaRegistryClient client)
            throws Exception {
        var subject = Topic.CONTACT_POINTS.subject();
        client.deleteSubject(subject);
        client.register(subject, new AvroSchema("\"string\""));

        assertThatThrownBy(() -> SchemaSetup.register(url))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining(subject)
                .hasMessageContaining("ompatib");
    }

    private static void without_the_registry_nothing_is_poison(
            MessageCodec<NoticeMessage> codec, byte[] bytes, String url) {
        assertThat(codec.decode(bytes)).isEqualTo(new Decoded.Understood<>(withdrawal()));
        assertThat(codec.encode(withdrawal())).isEqualTo(bytes);
        assertThatThrownBy(() -> codec.decode(naming(4711))).isInstanceOf(RegistryUnavailableException.class);
        try (var fresh = notices(url)) {
            assertThatThrownBy(() -> fresh.decode(bytes)).isInstanceOf(RegistryUnavailableException.class);
            assertThatThrownBy(() -> fresh.encode(withdrawal())).isInstanceOf(RegistryUnavailableException.class);
        }
        assertThatThrownBy(() -> SchemaSetup.register(url)).isInstanceOf(RegistryUnavailableException.class);
    }

    private static DeadLetterCause causeOf(MessageCodec<NoticeMessage> codec, byte[] bytes) {
        return switch (codec.decode(bytes)) {
            case Decoded.Poison<NoticeMessage>(var cause, var detail) -> cause;
            case Decoded.Understood<NoticeMessage> understood -> throw new AssertionError(understood);
        };
    }

    private static byte[] naming(int id) {
        return ByteBuffer.allocate(6).put((byte) 0).putInt(id).put((byte) 0).array();
    }

    private static String present() {
        return SchemaRegistry.portable(Topic.CERTIFICATE_EVENTS.schema().orElseThrow())
                .canonicalString();
    }

    private static MessageCodec<NoticeMessage> notices(String url) {
        return new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, settings(url));
    }

    private static Map<String, Object> settings(String url) {
        return Map.of("schema.registry.url", url);
    }

    private static NoticeMessage withdrawal() {
        return NoticeMessage.newBuilder()
                .setId("id")
                .setSource("/test")
                .setOccurredAt(Instant.ofEpochMilli(1))
                .setRecordedAt(Instant.ofEpochMilli(2))
                .setWithdrawn(NoticeWithdrawn.newBuilder()
                        .setNoticeId("h/CARD/EXPIRED/2026-11-22")
                        .setHolderId("h")
                        .setReason(WithdrawalReason.HOLDER_DIED)
                        .build())
                .build();
    }
}
