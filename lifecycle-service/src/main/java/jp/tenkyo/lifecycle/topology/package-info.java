/**
 * The shell around the core: reads inputs, keeps holders and their deadlines, writes what was decided. Everything that
 * comes of one input goes out in one transaction.
 */
@NullMarked
package jp.tenkyo.lifecycle.topology;

import org.jspecify.annotations.NullMarked;
