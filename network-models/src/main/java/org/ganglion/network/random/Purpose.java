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
    TRANSMISSION,
    /** Counts of spikes of stimuli whose distribution changes from step to step. */
    STIMULUS_COUNT,
    /** What all neurons of a stimulus have in common, such as the mother process of correlated spikes. */
    COMMON_INPUT,
    /** Intervals of gamma processes. */
    INTERVAL,
    /** When the spikes of a pulse packet come. */
    PULSE,
    /** Currents that are drawn for each neuron. */
    NOISE_CURRENT,
    /** The number from which several values of a neuron follow. */
    SHARED_DRAW,
    /** Values of parameters in the trials of a sweep. */
    SWEEP
}
