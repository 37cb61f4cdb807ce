/**
 * How a network runs in one JVM.
 *
 * <p>An {@link org.ganglion.network.Experiment} flows in; spikes and samples flow out to a
 * {@link org.ganglion.simulator.Recording}, and a {@link org.ganglion.simulator.RunSummary} at the end. Read
 * {@link org.ganglion.simulator.Simulation} first.
 */
@NullMarked
package org.ganglion.simulator;

import org.jspecify.annotations.NullMarked;
