/** What it costs to find and move what is due, among ever more that is not: on the stores alone, without broker. */
@NullMarked
package jp.tenkyo.benchmarks.deadlines;

import org.jspecify.annotations.NullMarked;
