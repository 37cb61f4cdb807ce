package org.ganglion.simulator;

/**
 * What the two parts of the work cost, by one core: synaptic events delivered, and steps of neurons with their stimuli.
 *
 * @param eventNs nanoseconds an event; NaN if there was none
 * @param neuronStepNs nanoseconds a neuron and step; NaN if there was none
 */
public record Effort(double eventNs, double neuronStepNs) {}
