package org.ganglion.simulator.plan;

import org.ganglion.network.neuron.Receptor;

/**
 * How one receptor of a population sums its input: in whole numbers of a unit, so that the order of arrival does not
 * matter.
 *
 * @param index position among the receptors of the model
 * @param unit a power of two, in the unit of the receptor (pA or mV)
 * @param inLong whether the sum needs 64 bits
 */
public record ReceptorPlan(Receptor receptor, int index, double unit, boolean inLong) {}
