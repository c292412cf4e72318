/** What the pure core costs, without Kafka: measured by JMH in a JVM of its own. */
@NullMarked
package jp.tenkyo.benchmarks.core;

import org.jspecify.annotations.NullMarked;
