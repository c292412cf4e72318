/** What must be true before the service runs, and the wiring of its parts. */
@NullMarked
package jp.tenkyo.notifier.start;

import org.jspecify.annotations.NullMarked;
