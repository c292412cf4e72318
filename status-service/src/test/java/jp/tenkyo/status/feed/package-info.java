@NullMarked
package jp.tenkyo.status.feed;

import org.jspecify.annotations.NullMarked;
