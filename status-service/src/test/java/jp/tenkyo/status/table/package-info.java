@NullMarked
package jp.tenkyo.status.table;

import org.jspecify.annotations.NullMarked;
