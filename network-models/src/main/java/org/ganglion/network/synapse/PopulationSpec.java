package org.ganglion.network.synapse;

/**
 * A parameter of a synapse model that names a population whose spikes act on all synapses of a projection.
 *
 * @param name as in NEST, e.g. {@code volume_transmitter}
 * @param delay the parameter that holds the delay of these spikes
 * @param sentence what it is
 */
public record PopulationSpec(String name, String delay, String sentence) {}
