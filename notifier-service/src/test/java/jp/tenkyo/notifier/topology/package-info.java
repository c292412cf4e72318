@NullMarked
package jp.tenkyo.notifier.topology;

import org.jspecify.annotations.NullMarked;
