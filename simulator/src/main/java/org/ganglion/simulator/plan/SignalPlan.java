package org.ganglion.simulator.plan;

/**
 * A population whose spikes act on all synapses of a projection at once.
 *
 * @param population position among the populations of the network
 * @param delay from spike to effect, in steps
 */
public record SignalPlan(int population, int delay) {}
