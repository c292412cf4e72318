/** Translates between the domain's types and the generated Avro types, which live behind this package. */
@NullMarked
package jp.tenkyo.lifecycle.contract;

import org.jspecify.annotations.NullMarked;
