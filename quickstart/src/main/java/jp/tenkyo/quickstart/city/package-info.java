/** The quickstart's city: who lives there, what happens in one day, and what must come of it. */
@NullMarked
package jp.tenkyo.quickstart.city;

import org.jspecify.annotations.NullMarked;
