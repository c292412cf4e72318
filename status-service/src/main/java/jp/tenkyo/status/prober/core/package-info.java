/**
 * What the agreement prober makes of what it sees: which certificates it watches, whether a channel agrees with the
 * topic, and for how long it does not. Time is an argument.
 */
@NullMarked
package jp.tenkyo.status.prober.core;

import org.jspecify.annotations.NullMarked;
