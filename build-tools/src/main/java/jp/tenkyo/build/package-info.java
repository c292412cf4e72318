/** What the build needs of its own. */
@NullMarked
package jp.tenkyo.build;

import org.jspecify.annotations.NullMarked;
