/** How fast status-service answers, how soon every channel tells of a change, and what its lists cost. */
@NullMarked
package jp.tenkyo.benchmarks.status;

import org.jspecify.annotations.NullMarked;
