/**
 * What is decided before anything is built, as a pure function of the description: which neurons form which group, in
 * which units inputs are summed, and how synapses are packed.
 *
 * <p>An Experiment flows in, a {@link org.ganglion.simulator.plan.NetworkPlan} flows out to the groups.
 */
@NullMarked
package org.ganglion.simulator.plan;

import org.jspecify.annotations.NullMarked;
