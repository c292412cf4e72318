/** Translates between the contracts (Avro) and the core. Generated types live here alone. */
@NullMarked
package jp.tenkyo.lifecycle.contract;

import org.jspecify.annotations.NullMarked;
