/** What the topics tell of a year: facts, invariants, figures, and the report of them. */
@NullMarked
package jp.tenkyo.quickstart.year;

import org.jspecify.annotations.NullMarked;
