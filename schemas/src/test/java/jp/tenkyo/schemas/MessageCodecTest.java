package jp.tenkyo.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.avro.ResidentChangeMessage;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {

    private static final Schema NOTICE = NoticeMessage.getClassSchema();

    private FakeRegistry registry;
    private MessageCodec<NoticeMessage> codec;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        codec = new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, registry.settings());
    }

    @AfterEach
    void stop() {
        codec.close();
        registry.close();
    }

    @Test
    void what_was_encoded_is_understood() {
        registry.add(NOTICE);
        var message = understood(confluent(1, SampleValues.of(NOTICE).getFirst()));

        assertThat(understood(codec.encode(message))).isEqualTo(message);
    }

    @Test
    void a_schema_that_nobody_registered_is_named_and_never_registered_on_the_way() {
        registry.add(NOTICE);
        var message = understood(confluent(1, SampleValues.of(NOTICE).getFirst()));
        try (var empty = FakeRegistry.start();
                var unregistered = new MessageCodec<>(Topic.NOTICES, NoticeMessage.class, empty.settings())) {
            assertThatThrownBy(() -> unregistered.encode(message))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("notices-value")
                    .hasMessageContaining("setup");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void no_value_is_missing() {
        assertThat(causeOf(null)).isEqualTo(DeadLetterCause.MISSING_VALUE);
    }

    @Test
    void what_does_not_begin_like_a_message_is_not_confluent_avro() {
        for (var bytes : List.of(new byte[0], new byte[] {0, 0, 0, 1}, "{\"a\":1}".getBytes(UTF_8))) {
            assertThat(causeOf(bytes)).isEqualTo(DeadLetterCause.NOT_CONFLUENT_AVRO);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_schema_id_that_the_registry_does_not_know_is_poison(int id) {
        assertThat(causeOf(confluent(id, SampleValues.of(NOTICE).getFirst())))
                .isEqualTo(DeadLetterCause.UNKNOWN_SCHEMA_ID);
    }

    @Test
    void a_message_of_another_of_our_topics_is_the_wrong_contract() {
        var id = registry.add(ResidentChangeMessage.getClassSchema());
        var change = SampleValues.of(ResidentChangeMessage.getClassSchema()).getFirst();

        assertThat(causeOf(confluent(id, change))).isEqualTo(DeadLetterCause.WRONG_CONTRACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"string\"",
                "\"null\"",
                "{\"type\":\"record\",\"name\":\"Stranger\",\"namespace\":\"other\",\"fields\":[]}",
                "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}"
            })
    void any_other_avro_is_the_wrong_contract(String schema) {
        var id = registry.addRaw(schema);

        assertThat(causeOf(prefixed(id, new byte[] {0}))).isEqualTo(DeadLetterCause.WRONG_CONTRACT);
    }

    @ParameterizedTest
    @CsvSource({"JSON, '{\"type\":\"object\"}'", "PROTOBUF, 'message M {}'", "AVRO, 'nonsense'"})
    void a_schema_that_is_not_avro_is_the_wrong_contract(String type, String schema) {
        var id = registry.addOfType(type, schema);

        assertThat(causeOf(prefixed(id, new byte[] {0}))).isEqualTo(DeadLetterCause.WRONG_CONTRACT);
    }

    @Test
    void bytes_that_end_too_early_are_poison_and_not_a_registry_that_is_away() {
        var whole = confluent(registry.add(NOTICE), SampleValues.of(NOTICE).getFirst());
        for (var length = 5; length < whole.length; length++) {
            assertThat(causeOf(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEqualTo(DeadLetterCause.UNREADABLE);
        }
    }

    @Test
    void garbage_behind_a_known_schema_id_never_throws() {
        var whole = confluent(registry.add(NOTICE), SampleValues.of(NOTICE).getFirst());
        var seed = 20261122L;
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++) {
            var garbled = whole.clone();
            for (var n = 0; n <= random.nextInt(4); n++) {
                garbled[5 + random.nextInt(whole.length - 5)] = (byte) random.nextInt();
            }
            assertThat(codec.decode(garbled)).as("seed %d, round %d", seed, i).isNotNull();
        }
    }

    /** A length of nearly 2 GiB, in front of a few bytes. */
    @Test
    void a_length_beyond_all_reason_is_poison_and_takes_no_memory() {
        var id = registry.add(NOTICE);
        var huge = new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0E, 'x'};

        assertThat(causeOf(prefixed(id, huge))).isEqualTo(DeadLetterCause.UNREADABLE);
    }

    @Test
    void none_of_the_known_bodies_is_told_from_two_of_them() {
        var id = registry.add(NOTICE);
        var none = SampleValues.full(NOTICE);
        SampleValues.bodiesOf(NOTICE).forEach(body -> none.put(body.pos(), null));

        assertThat(causeOf(confluent(id, none))).isEqualTo(DeadLetterCause.UNKNOWN_BODY);
        assertThat(causeOf(confluent(id, SampleValues.full(NOTICE)))).isEqualTo(DeadLetterCause.SEVERAL_BODIES);
    }

    @Test
    void a_body_of_a_newer_contract_is_an_unknown_body() {
        var newer = NewerContract.withBody(NOTICE, "postponed");
        var id = registry.add(newer);

        var causes = SampleValues.of(newer).stream().map(message -> codec.decode(confluent(id, message)));

        assertThat(causes.filter(Decoded.Poison.class::isInstance).map(poison -> ((Decoded.Poison<?>) poison).cause()))
                .containsExactly(DeadLetterCause.UNKNOWN_BODY);
    }

    @Test
    void a_symbol_of_a_newer_contract_is_an_unknown_symbol_wherever_it_stands() {
        for (var name : List.of("Carrier", "NoticeStage", "CertificateKind", "ChangeReason", "ChangedAttribute")) {
            var newer = NewerContract.withSymbol(NOTICE, name, "NEWER");
            var id = registry.add(newer);

            assertThat(causeOf(confluent(id, SampleValues.of(newer).getFirst())))
                    .as(name)
                    .isEqualTo(DeadLetterCause.UNKNOWN_SYMBOL);
        }
    }

    @Test
    void a_flat_record_with_a_newer_symbol_is_poison_too() {
        var newer = NewerContract.withSymbol(CertificateStatus.getClassSchema(), "RevocationReason", "newer");
        var id = registry.add(newer);
        try (var states = new MessageCodec<>(Topic.CERTIFICATE_STATUS, CertificateStatus.class, registry.settings())) {
            assertThat(states.decode(confluent(id, SampleValues.full(newer))))
                    .isInstanceOfSatisfying(
                            Decoded.Poison.class,
                            poison -> assertThat(poison.cause()).isEqualTo(DeadLetterCause.UNKNOWN_SYMBOL));
        }
    }

    @Test
    void a_poison_says_nothing_of_what_the_record_holds() {
        var id = registry.add(NOTICE);
        var message = SampleValues.full(NOTICE);
        message.put("id", "someone@example.jp");

        assertThat(codec.decode(confluent(id, message)).toString()).doesNotContain("someone");
    }

    @ParameterizedTest
    @CsvSource({
        "500, '{\"error_code\":50001,\"message\":\"store down\"}'",
        "503, ''",
        "429, '{\"error_code\":429,\"message\":\"slow down\"}'",
        "401, '{\"error_code\":401,\"message\":\"who?\"}'",
        "403, ''",
        "404, '<html>no such page</html>'",
        "404, ''",
        "200, 'not json'",
    })
    void an_answer_that_is_about_the_registry_is_never_a_fault_of_the_record(int status, String body) {
        registry.answerAlways(status, body);

        assertThatThrownBy(() -> codec.decode(prefixed(1, new byte[] {0})))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> codec.encode(new NoticeMessage())).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void an_answer_that_breaks_off_is_a_registry_that_is_away() {
        registry.breakOffAnswers();

        assertThatThrownBy(() -> codec.decode(prefixed(1, new byte[] {0})))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void a_registry_that_is_gone_matters_only_for_schemas_not_yet_seen() {
        var id = registry.add(NOTICE);
        var message = understood(confluent(id, SampleValues.of(NOTICE).getFirst()));
        var bytes = codec.encode(message);
        registry.close();

        assertThat(understood(bytes)).isEqualTo(message);
        assertThat(codec.encode(message)).isEqualTo(bytes);
        assertThatThrownBy(() -> codec.decode(prefixed(id + 1, new byte[] {0})))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    private NoticeMessage understood(byte[] bytes) {
        return switch (codec.decode(bytes)) {
            case Decoded.Understood<NoticeMessage>(var message) -> message;
            case Decoded.Poison<NoticeMessage> poison -> throw new AssertionError(poison);
        };
    }

    private DeadLetterCause causeOf(byte @Nullable [] bytes) {
        return switch (codec.decode(bytes)) {
            case Decoded.Understood<NoticeMessage> understood -> throw new AssertionError(understood);
            case Decoded.Poison<NoticeMessage>(var cause, var detail) -> cause;
        };
    }

    private static byte[] confluent(int id, GenericRecord message) {
        return prefixed(id, SampleValues.bytes(List.of(message)));
    }

    private static byte[] prefixed(int id, byte[] avro) {
        return ByteBuffer.allocate(5 + avro.length)
                .put((byte) 0)
                .putInt(id)
                .put(avro)
                .array();
    }
}
