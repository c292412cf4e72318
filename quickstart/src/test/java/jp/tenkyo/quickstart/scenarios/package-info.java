/** The whole system on real parts: what must hold when things go well, and when they do not. */
@NullMarked
package jp.tenkyo.quickstart.scenarios;

import org.jspecify.annotations.NullMarked;
