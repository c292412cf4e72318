/** Real servers on one machine, listening on 127.0.0.1 alone: broker, registry, mail. */
@NullMarked
package jp.tenkyo.stack;

import org.jspecify.annotations.NullMarked;
