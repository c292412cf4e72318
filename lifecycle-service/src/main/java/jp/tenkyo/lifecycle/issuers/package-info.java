/** Which CAs' certificates are taken: known by key, since several generations share one name (rule book 7). */
@NullMarked
package jp.tenkyo.lifecycle.issuers;

import org.jspecify.annotations.NullMarked;
