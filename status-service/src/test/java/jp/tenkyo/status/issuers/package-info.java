@NullMarked
package jp.tenkyo.status.issuers;

import org.jspecify.annotations.NullMarked;
