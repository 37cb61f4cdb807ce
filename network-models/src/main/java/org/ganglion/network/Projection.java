package org.ganglion.network;

import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.random.Distribution;

/**
 * Synapses from one population to another.
 *
 * @param source name of the population whose spikes are sent
 * @param target name of the population that receives them
 * @param weight in the unit of the target's receptor (pA or mV); negative weights inhibit
 * @param delayMs from spike to effect; a constant must be a multiple of the step, drawn ones round to the nearest step
 */
public record Projection(
        String name, String source, String target, ConnectionRule rule, Distribution weight, Distribution delayMs) {}
