@NullMarked
package jp.tenkyo.status.prober;

import org.jspecify.annotations.NullMarked;
