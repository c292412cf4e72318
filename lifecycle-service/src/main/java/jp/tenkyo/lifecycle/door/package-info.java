/**
 * The ways in beside Kafka: JSON over HTTP, and the municipal export file. They check an input's form, never the
 * holder's state, and write to the input topics; what becomes of an input is decided behind those. Beside them what a
 * source or a counter asks before or after: whether a PIN's form is right, and whether all that was sent has arrived.
 */
@NullMarked
package jp.tenkyo.lifecycle.door;

import org.jspecify.annotations.NullMarked;
