@NullMarked
package jp.tenkyo.notifier.start;

import org.jspecify.annotations.NullMarked;
