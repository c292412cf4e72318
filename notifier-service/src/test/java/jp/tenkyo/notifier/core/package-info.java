@NullMarked
package jp.tenkyo.notifier.core;

import org.jspecify.annotations.NullMarked;
