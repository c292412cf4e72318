/** Stand-in for the code of a service. */
@NullMarked
package jp.tenkyo.lifecycle;

import org.jspecify.annotations.NullMarked;
