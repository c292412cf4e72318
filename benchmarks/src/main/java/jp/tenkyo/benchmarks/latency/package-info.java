/** How long it takes until others can read what a change has done. */
@NullMarked
package jp.tenkyo.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
