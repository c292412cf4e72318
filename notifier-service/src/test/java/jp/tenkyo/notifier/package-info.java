@NullMarked
package jp.tenkyo.notifier;

import org.jspecify.annotations.NullMarked;
