@NullMarked
package jp.tenkyo.status.access;

import org.jspecify.annotations.NullMarked;
