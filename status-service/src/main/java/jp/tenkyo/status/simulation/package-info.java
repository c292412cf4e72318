/** Business time as somebody outside drives it, for expiries alone (ADR 0009). Off unless it is enabled. */
@NullMarked
package jp.tenkyo.status.simulation;

import org.jspecify.annotations.NullMarked;
