/**
 * Whether the table may be answered from: it has reached where the topic ended some seconds ago, open transactions
 * included (ADR 0010).
 */
@NullMarked
package jp.tenkyo.status.freshness;

import org.jspecify.annotations.NullMarked;
