package jp.tenkyo.schemas;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tenkyo.avro.BusinessClockMessage;
import jp.tenkyo.avro.CertificateEventMessage;
import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.CertificateStatus;
import jp.tenkyo.avro.ContactPoint;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.avro.NoticeDeliveryMessage;
import jp.tenkyo.avro.NoticeMessage;
import jp.tenkyo.avro.ResidentChangeMessage;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Every topic of Tenkyo, with what it carries and how long it keeps it. The enum is the catalogue: services check the
 * broker against it when they start, the AsyncAPI document is generated from it.
 *
 * <p>All topics have the same number of partitions, chosen once for an installation ({@link TopicLayout}).
 */
public enum Topic {
    RESIDENT_CHANGES(
            "resident-changes",
            "Changes of resident records (異動), without any attribute's value",
            Key.HOLDER_ID,
            ResidentChangeMessage.getClassSchema(),
            Keep.forDays(90),
            "municipal resident-record systems",
            "holder identifier, municipality, kind and dates of the change"),
    CERTIFICATE_REQUESTS(
            "certificate-requests",
            "Certificates that the CA has made, and requests to revoke, hold or release one",
            Key.HOLDER_ID,
            CertificateRequestMessage.getClassSchema(),
            Keep.forDays(90),
            "certificate authority and counters",
            "holder identifier, date of birth"),
    CERTIFICATE_EVENTS(
            "certificate-events",
            "Every fact about a certificate, and the one recorded outcome of every input",
            Key.HOLDER_ID,
            CertificateEventMessage.getClassSchema(),
            Keep.forDays(3653),
            "lifecycle-service",
            "holder identifier"),
    CERTIFICATE_STATUS(
            "certificate-status",
            "The present status of every certificate: the one truth for every channel",
            Key.CERTIFICATE_ID,
            CertificateStatus.getClassSchema(),
            Keep.LATEST,
            "lifecycle-service",
            "none beyond the certificate's own identifier"),
    NOTICES(
            "notices",
            "What a holder has to be told, and what no longer",
            Key.HOLDER_ID,
            NoticeMessage.getClassSchema(),
            Keep.forDays(90),
            "lifecycle-service",
            "holder identifier"),
    NOTICE_DELIVERIES(
            "notice-deliveries",
            "Every attempt to tell a holder, and how it ended",
            Key.HOLDER_ID,
            NoticeDeliveryMessage.getClassSchema(),
            Keep.forDays(90),
            "notifier-service",
            "holder identifier"),
    CONTACT_POINTS(
            "contact-points",
            "Where a holder can be reached; restricted",
            Key.HOLDER_ID,
            ContactPoint.getClassSchema(),
            Keep.LATEST,
            "counters and the holder's client",
            "holder identifier, mail and postal address"),
    ISSUER_EVENTS(
            "issuer-events",
            "What happens to an issuer's key; each message is written to every partition",
            Key.ISSUER_KEY_ID,
            IssuerEventMessage.getClassSchema(),
            Keep.forDays(3653),
            "certificate authority and lifecycle-service",
            "none"),
    BUSINESS_CLOCK(
            "business-clock",
            "The business time of a simulation; each message is written to every partition",
            Key.CLOCK,
            BusinessClockMessage.getClassSchema(),
            Keep.forDays(90),
            "whoever drives a simulation",
            "none"),

    RESIDENT_CHANGES_DLQ(RESIDENT_CHANGES),
    CERTIFICATE_REQUESTS_DLQ(CERTIFICATE_REQUESTS),
    CERTIFICATE_EVENTS_DLQ(CERTIFICATE_EVENTS),
    CERTIFICATE_STATUS_DLQ(CERTIFICATE_STATUS),
    NOTICES_DLQ(NOTICES),
    NOTICE_DELIVERIES_DLQ(NOTICE_DELIVERIES),
    CONTACT_POINTS_DLQ(CONTACT_POINTS),
    ISSUER_EVENTS_DLQ(ISSUER_EVENTS),
    BUSINESS_CLOCK_DLQ(BUSINESS_CLOCK);

    /** What a record's key is: plain UTF-8 text, never Avro. */
    public enum Key {
        HOLDER_ID("holderId"),
        CERTIFICATE_ID("certificateId"),
        ISSUER_KEY_ID("issuerKeyId"),
        /** One clock for all: the word "clock". */
        CLOCK("clock"),
        /** Of a dead letter: the bytes that came. */
        AS_RECEIVED("the key as received");

        private final String meaning;

        Key(String meaning) {
            this.meaning = meaning;
        }

        public String meaning() {
            return meaning;
        }
    }

    private final String topicName;
    private final String purpose;
    private final Key key;
    private final @Nullable Schema schema;
    private final Keep keep;
    private final String owner;
    private final String personalData;
    private final @Nullable Topic deadLettersOf;

    Topic(String topicName, String purpose, Key key, Schema schema, Keep keep, String owner, String personalData) {
        this.topicName = topicName;
        this.purpose = purpose;
        this.key = key;
        this.schema = schema;
        this.keep = keep;
        this.owner = owner;
        this.personalData = personalData;
        this.deadLettersOf = null;
    }

    Topic(Topic deadLettersOf) {
        this.topicName = deadLettersOf.topicName + "-dlq";
        this.purpose = "Records of " + deadLettersOf.topicName + " that could not be read, untouched, with their cause";
        this.key = Key.AS_RECEIVED;
        this.schema = null;
        this.keep = Keep.DEAD_LETTERS;
        this.owner = "whoever reads " + deadLettersOf.topicName;
        this.personalData = "whatever came in";
        this.deadLettersOf = deadLettersOf;
    }

    /** The topic's name on the broker. */
    public String topicName() {
        return topicName;
    }

    public String purpose() {
        return purpose;
    }

    public Key key() {
        return key;
    }

    /** Schema of the value; empty for dead letters, whose bytes are as they came. */
    public Optional<Schema> schema() {
        return Optional.ofNullable(schema);
    }

    /** Subject of the value's schema in the registry (TopicNameStrategy). */
    public String subject() {
        return topicName + "-value";
    }

    public Keep keep() {
        return keep;
    }

    public String owner() {
        return owner;
    }

    public String personalData() {
        return personalData;
    }

    public boolean holdsDeadLetters() {
        return deadLettersOf != null;
    }

    /**
     * Where records of this topic go that cannot be read.
     *
     * @throws IllegalStateException for a dead-letter topic, which has none
     */
    public Topic deadLetters() {
        return Arrays.stream(values())
                .filter(topic -> topic.deadLettersOf == this)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(topicName + " has no dead-letter topic"));
    }

    /** The topic of that name, if it is one of ours. */
    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }

    /** The topics whose values have a schema. */
    public static List<Topic> withSchema() {
        return Stream.of(values()).filter(topic -> topic.schema != null).toList();
    }

    /** How long a topic keeps its records. */
    public sealed interface Keep {
        /** The latest record of each key, for ever (cleanup.policy=compact). */
        Keep LATEST = new Latest();

        Keep DEAD_LETTERS = forDays(90);

        static Keep forDays(long days) {
            return new For(Duration.ofDays(days));
        }

        record Latest() implements Keep {}

        record For(Duration time) implements Keep {}
    }
}
