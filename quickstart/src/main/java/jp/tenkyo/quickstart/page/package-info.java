/** Small web pages on the JDK's own server. */
@NullMarked
package jp.tenkyo.quickstart.page;

import org.jspecify.annotations.NullMarked;
