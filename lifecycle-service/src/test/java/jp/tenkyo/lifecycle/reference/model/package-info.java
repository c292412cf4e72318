/**
 * The rule book a second time: deliberately naive, written from its sentences alone, so that an error of the core is
 * not made here again. It knows nothing of the core but what comes in; a wall test holds that.
 */
@NullMarked
package jp.tenkyo.lifecycle.reference.model;

import org.jspecify.annotations.NullMarked;
