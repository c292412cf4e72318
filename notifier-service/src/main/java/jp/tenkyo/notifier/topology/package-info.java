/** The stream side: what has to be told, to whom, and what became of it. */
@NullMarked
package jp.tenkyo.notifier.topology;

import org.jspecify.annotations.NullMarked;
