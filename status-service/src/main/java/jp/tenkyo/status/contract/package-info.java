/** Translates topic certificate-status into domain types; generated Avro types go no further. */
@NullMarked
package jp.tenkyo.status.contract;

import org.jspecify.annotations.NullMarked;
