/** Tells subscribers of changes by HTTP, each at its own pace (ADR 0014). */
@NullMarked
package jp.tenkyo.status.webhooks;

import org.jspecify.annotations.NullMarked;
