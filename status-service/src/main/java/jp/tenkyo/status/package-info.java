/** status-service: answers whoever may ask whether a certificate is good. */
@NullMarked
package jp.tenkyo.status;

import org.jspecify.annotations.NullMarked;
