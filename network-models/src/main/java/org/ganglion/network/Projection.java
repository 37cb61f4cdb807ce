package org.ganglion.network;

import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.neuron.Receptor;
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
 * @param receptor name of the target's receptor at which they end; {@link Receptor#BY_SIGN} where the weight decides
 */
public record Projection(
        String name,
        String source,
        String target,
        ConnectionRule rule,
        SynapticValue weight,
        SynapticValue delayMs,
        Synapse synapse,
        String receptor) {

    /** The sign of its weight decides at which receptor a synapse ends. */
    public Projection(
            String name,
            String source,
            String target,
            ConnectionRule rule,
            SynapticValue weight,
            SynapticValue delayMs,
            Synapse synapse) {
        this(name, source, target, rule, weight, delayMs, synapse, Receptor.BY_SIGN);
    }

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

    /** The same onto one receptor, by name. */
    public Projection onto(String receptorName) {
        return new Projection(name, source, target, rule, weight, delayMs, synapse, receptorName);
    }
}
