/** The CA generations that are answered for: known by key, since several share one name (rule book 7). */
@NullMarked
package jp.tenkyo.status.issuers;

import org.jspecify.annotations.NullMarked;
