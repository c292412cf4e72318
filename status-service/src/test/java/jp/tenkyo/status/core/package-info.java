@NullMarked
package jp.tenkyo.status.core;

import org.jspecify.annotations.NullMarked;
