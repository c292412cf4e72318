package jp.tenkyo.schemas;

/** Why a record cannot be decided at all. The names are what header {@code dlq.error} carries: stable. */
public enum DeadLetterCause {
    /** The record has no key, so it has no holder. */
    MISSING_KEY,
    /** The key is not the body's holderId (or certificateId). */
    KEY_MISMATCH,
    /** The record lies on another partition than murmur2(key) says. */
    MISROUTED,
    /** The record has no value where one is needed. */
    MISSING_VALUE,
    /** The value does not begin with Confluent's magic byte and a schema id. */
    NOT_CONFLUENT_AVRO,
    /** The registry does not know the schema id. */
    UNKNOWN_SCHEMA_ID,
    /** The schema is known, and it is another contract than this topic's. */
    WRONG_CONTRACT,
    /** The bytes do not follow their schema. */
    UNREADABLE,
    /** No body that this reader knows is set. */
    UNKNOWN_BODY,
    /** More than one body is set. */
    SEVERAL_BODIES,
    /** An enum carries a symbol that this reader does not know. */
    UNKNOWN_SYMBOL
}
