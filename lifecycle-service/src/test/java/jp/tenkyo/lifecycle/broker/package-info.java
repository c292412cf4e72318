/** The service, or its decisions alone, on a real broker and killed: kill -9 of a process of their own. */
@NullMarked
package jp.tenkyo.lifecycle.broker;

import org.jspecify.annotations.NullMarked;
