/**
 * The page on which holders, and people at a counter, look a certificate up: by its file or by issuer and serial. It
 * says no more than OCSP does, keeps nothing, and works without scripts.
 */
@NullMarked
package jp.tenkyo.status.page;

import org.jspecify.annotations.NullMarked;
