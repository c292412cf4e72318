/**
 * Online certificate status (RFC 6960, in the profile of RFC 5019): signed when first asked for, dropped by the event.
 */
@NullMarked
package jp.tenkyo.status.ocsp;

import org.jspecify.annotations.NullMarked;
