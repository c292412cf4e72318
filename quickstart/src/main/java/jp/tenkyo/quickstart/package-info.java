/** Everything on one machine in one command: starts the parts, plays a city's day, stops the parts. */
@NullMarked
package jp.tenkyo.quickstart;

import org.jspecify.annotations.NullMarked;
