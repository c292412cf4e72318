/** lifecycle-service: decides what happens to a certificate, and when. */
@NullMarked
package jp.tenkyo.lifecycle;

import org.jspecify.annotations.NullMarked;
