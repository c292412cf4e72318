/** What several instances of lifecycle-service do when one comes, goes, stands still or dies. */
@NullMarked
package jp.tenkyo.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
