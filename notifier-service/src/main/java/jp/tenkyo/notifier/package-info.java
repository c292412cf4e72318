/** The notifier: tells the holder, once. */
@NullMarked
package jp.tenkyo.notifier;

import org.jspecify.annotations.NullMarked;
