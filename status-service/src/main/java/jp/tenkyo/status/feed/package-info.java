/** All changes of status in order, for subscribers that keep their own place (ADR 0014). */
@NullMarked
package jp.tenkyo.status.feed;

import org.jspecify.annotations.NullMarked;
