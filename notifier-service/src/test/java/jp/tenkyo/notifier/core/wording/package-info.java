@NullMarked
package jp.tenkyo.notifier.core.wording;

import org.jspecify.annotations.NullMarked;
