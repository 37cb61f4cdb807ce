package org.ganglion.simulator.plan;

/** Weights or delays of the synapses of a projection, in whole units. */
public sealed interface WholeValues permits WholeSampler, WholeNumbers {

    /** No synapse has less. */
    long smallest();

    /** No synapse has more. */
    long largest();
}
