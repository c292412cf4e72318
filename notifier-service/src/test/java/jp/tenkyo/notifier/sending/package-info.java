@NullMarked
package jp.tenkyo.notifier.sending;

import org.jspecify.annotations.NullMarked;
