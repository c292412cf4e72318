@NullMarked
package jp.tenkyo.status.ocsp;

import org.jspecify.annotations.NullMarked;
