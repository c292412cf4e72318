@NullMarked
package jp.tenkyo.status.freshness;

import org.jspecify.annotations.NullMarked;
