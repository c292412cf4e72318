/**
 * The table of all certificates, built from topic certificate-status alone and kept on disk; every instance holds the
 * whole of it (ADR 0010).
 */
@NullMarked
package jp.tenkyo.status.table;

import org.jspecify.annotations.NullMarked;
