@NullMarked
package jp.tenkyo.status.webhooks;

import org.jspecify.annotations.NullMarked;
