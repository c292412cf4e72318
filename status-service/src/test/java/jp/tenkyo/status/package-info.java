@NullMarked
package jp.tenkyo.status;

import org.jspecify.annotations.NullMarked;
