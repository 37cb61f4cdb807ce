package org.ganglion.simulator;

/**
 * Memory that a network will need, told before it is built.
 *
 * @param builtBytes once it is built
 * @param peakBytes while it is being built
 * @param synapses expected number of synapses
 */
public record MemoryEstimate(long builtBytes, long peakBytes, double synapses) {}
