@NullMarked
package jp.tenkyo.notifier.contract;

import org.jspecify.annotations.NullMarked;
