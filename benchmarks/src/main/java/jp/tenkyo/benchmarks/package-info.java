/**
 * The figures that are claimed, each measured by one name of {@code benchmarks/run}, and what they are held against.
 */
@NullMarked
package jp.tenkyo.benchmarks;

import org.jspecify.annotations.NullMarked;
