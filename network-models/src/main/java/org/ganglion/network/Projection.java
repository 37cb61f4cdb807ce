package org.ganglion.network;

import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.wiring.SynapticValue;

/**
 * Synapses from one population to another.
 *
 * @param source name of the population whose spikes are sent
 * @param target name of the population that receives them
 * @param weight in the unit of the target's receptor (pA or mV), at the start; negative weights inhibit
 * @param delayMs from spike to effect; a constant must be a multiple of the step, others round to the nearest step
 * @param synapse whether and how weights change
 */
public record Projection(
        String name,
        String source,
        String target,
        ConnectionRule rule,
        SynapticValue weight,
        SynapticValue delayMs,
        Synapse synapse) {

    /** Weights never change. */
    public Projection(
            String name, String source, String target, ConnectionRule rule, Distribution weight, Distribution delayMs) {
        this(
                name,
                source,
                target,
                rule,
                new SynapticValue.Drawn(weight),
                new SynapticValue.Drawn(delayMs),
                Synapse.STATIC);
    }
}
