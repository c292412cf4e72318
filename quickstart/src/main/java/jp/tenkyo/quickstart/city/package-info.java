/**
 * The quickstart's city: who lives there, what happens in one day, and what must come of it.
 *
 * <p>Cases and validity are written by hand from the rules and share no code with the service that is checked against
 * them. The assumptions stand in {@code quickstart/CITY.md}.
 */
@NullMarked
package jp.tenkyo.quickstart.city;

import org.jspecify.annotations.NullMarked;
