@NullMarked
package jp.tenkyo.status.prober.core;

import org.jspecify.annotations.NullMarked;
