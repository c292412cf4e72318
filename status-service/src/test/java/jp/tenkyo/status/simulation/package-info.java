@NullMarked
package jp.tenkyo.status.simulation;

import org.jspecify.annotations.NullMarked;
