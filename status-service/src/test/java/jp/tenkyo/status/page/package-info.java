@NullMarked
package jp.tenkyo.status.page;

import org.jspecify.annotations.NullMarked;
