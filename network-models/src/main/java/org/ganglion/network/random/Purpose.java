package org.ganglion.network.random;

/** What a random number is for. Numbers of different purposes are independent of each other. */
public enum Purpose {
    DEGREE,
    SOURCE,
    WEIGHT_AND_DELAY,
    PARAMETER,
    INITIAL_STATE,
    POISSON_INPUT,
    TIE_BREAK,
    /** Draws of a neuron model in its step, such as the noise of a threshold. */
    NEURON_NOISE,
    /** Coordinates of neurons. */
    POSITION,
    /** Parameters that differ from synapse to synapse. */
    SYNAPSE_PARAMETER,
    /** Whether a spike is transmitted over a synapse. */
    TRANSMISSION
}
