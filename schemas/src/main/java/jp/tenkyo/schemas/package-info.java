/** The contracts between the services: what flows on which topic, in which form. */
@NullMarked
package jp.tenkyo.schemas;

import org.jspecify.annotations.NullMarked;
