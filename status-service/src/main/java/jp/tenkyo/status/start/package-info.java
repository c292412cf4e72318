/** What must be true before the service runs, and the wiring of its parts. */
@NullMarked
package jp.tenkyo.status.start;

import org.jspecify.annotations.NullMarked;
