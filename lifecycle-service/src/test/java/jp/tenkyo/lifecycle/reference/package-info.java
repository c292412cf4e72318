/**
 * Holds the core against a second reading of the rule book: random histories are played through both and compared after
 * every step, and a core that was broken on purpose must be found out.
 */
@NullMarked
package jp.tenkyo.lifecycle.reference;

import org.jspecify.annotations.NullMarked;
