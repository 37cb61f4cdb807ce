package org.ganglion.simulator;

/**
 * Memory that a network will need, told before it is built.
 *
 * @param builtBytes once it is built
 * @param peakBytes the most, while it is being built or when recorded weights are written at the end
 * @param synapses expected number of synapses
 */
public record MemoryEstimate(long builtBytes, long peakBytes, double synapses) {}
