/** What docs/SUBSCRIBING.md shows, compiled. */
@NullMarked
package jp.tenkyo.status.example;

import org.jspecify.annotations.NullMarked;
