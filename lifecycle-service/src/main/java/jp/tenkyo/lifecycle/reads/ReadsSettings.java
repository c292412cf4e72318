package jp.tenkyo.lifecycle.reads;

import java.util.Map;

/**
 * What the reads need to know of their surroundings.
 *
 * @param partitions of every topic
 * @param registry settings of the schema registry's client
 */
public record ReadsSettings(int partitions, Map<String, ?> registry) {}
