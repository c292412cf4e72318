@NullMarked
package jp.tenkyo.status.start;

import org.jspecify.annotations.NullMarked;
