package org.ganglion.simulator.plan;

/**
 * The synapses of a projection that end at one receptor. A projection whose weights can have either sign has two branches
 * where the model keeps excitation and inhibition apart.
 *
 * @param receptor position among the receptors of the target's model
 * @param weights the numbers that are stored, in units of the packing
 */
public record Branch(int receptor, Packing packing, WholeValues weights) {}
