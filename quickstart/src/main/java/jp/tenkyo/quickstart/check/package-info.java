/** Whether what happened is what the rules say: the facts of a run against the city's truth. */
@NullMarked
package jp.tenkyo.quickstart.check;

import org.jspecify.annotations.NullMarked;
