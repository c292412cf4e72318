/**
 * What else would be built: a Kafka consumer with PostgreSQL, one transaction for each batch that is polled, and an
 * outbox table with a relay, around the same core.
 */
@NullMarked
package jp.tenkyo.benchmarks.database;

import org.jspecify.annotations.NullMarked;
