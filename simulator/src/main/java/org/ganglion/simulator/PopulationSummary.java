package org.ganglion.simulator;

/**
 * What one population did after the warm-up.
 *
 * @param spikes spikes emitted, with multiplicity
 * @param rateHz spikes per neuron and second
 * @param cv mean coefficient of variation of inter-spike intervals over the neurons that emitted at least 10 spikes; NaN
 *     where there are none
 * @param cvNeurons number of these neurons
 */
public record PopulationSummary(String name, int neurons, long spikes, double rateHz, double cv, int cvNeurons) {}
