@NullMarked
package jp.tenkyo.status.lists;

import org.jspecify.annotations.NullMarked;
