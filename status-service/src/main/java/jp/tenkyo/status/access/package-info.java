/** Who may see which changes of status, and in what detail (rule book 6). */
@NullMarked
package jp.tenkyo.status.access;

import org.jspecify.annotations.NullMarked;
