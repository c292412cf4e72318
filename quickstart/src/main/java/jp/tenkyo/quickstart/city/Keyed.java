package jp.tenkyo.quickstart.city;

import org.apache.avro.specific.SpecificRecord;

/** A record for a topic: its key is the holderId, as plain text. */
public record Keyed<T extends SpecificRecord>(String key, T value) {}
