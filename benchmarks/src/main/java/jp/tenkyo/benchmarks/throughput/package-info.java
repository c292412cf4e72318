/** How many inputs a second lifecycle-service takes in, beside topologies that decide nothing. */
@NullMarked
package jp.tenkyo.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
