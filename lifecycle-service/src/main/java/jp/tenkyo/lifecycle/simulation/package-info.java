/**
 * Simulation mode: business time stands still until somebody sets it on. Off unless {@code tenkyo.simulation.enabled};
 * needs a single instance, since an instance knows of its own partitions alone.
 */
@NullMarked
package jp.tenkyo.lifecycle.simulation;

import org.jspecify.annotations.NullMarked;
