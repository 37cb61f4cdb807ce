package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;

/**
 * Spike-timing dependent plasticity of pairs and triplets, with NEST's parameters. The postsynaptic traces belong to the
 * synapse here, and so do {@code tau_minus} and {@code tau_minus_triplet}.
 */
public record StdpTripletSynapse() implements SynapseModel {
    private static final Description DESCRIPTION = new Description(
            "stdp_triplet_synapse",
            "Spike-timing dependent plasticity of pairs and triplets of spikes.",
            """
            w: size of the weight, kept between 0 and that of Wmax; d is the delay, and dendritic
            a postsynaptic spike at t reaches the synapse at t + d:
                w += K_plus(t + d) (Aplus + Aplus_triplet K_minus_triplet(t))
            a presynaptic spike at t, before it is delivered:
                w -= K_minus(t - d) (Aminus + Aminus_triplet K_plus_triplet(t))
            K_... decay with tau_...; each pre-, postsynaptic spike adds 1 to K_plus..., K_minus..., after it is used""",
            List.of(
                    Traces.tau("tau_plus", 16.8, "the fast presynaptic trace"),
                    Traces.tau("tau_plus_triplet", 101, "the slow presynaptic trace"),
                    Traces.tau("tau_minus", 20, "the fast postsynaptic trace"),
                    Traces.tau("tau_minus_triplet", 110, "the slow postsynaptic trace"),
                    Traces.notNegative("Aplus", 5e-10, "step of potentiation of pairs"),
                    Traces.notNegative("Aplus_triplet", 6.2e-3, "step of potentiation of triplets"),
                    Traces.notNegative("Aminus", 7e-3, "step of depression of pairs"),
                    Traces.notNegative("Aminus_triplet", 2.3e-4, "step of depression of triplets"),
                    LargestWeight.spec(100)),
            List.of(),
            "Pfister & Gerstner 2006, doi 10.1523/JNEUROSCI.1425-06.2006");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public boolean plastic() {
        return true;
    }

    @Override
    public void check(SynapseValues values, Distribution weight, Unit unit, BiConsumer<String, String> report) {
        LargestWeight.check(values, weight, unit, report);
    }

    @Override
    public Optional<Plasticity> plasticity(SynapseValues values, double dtMs) {
        return Optional.of(new StdpTripletRule(
                new Decay(values.number("tau_plus"), dtMs),
                new Decay(values.number("tau_plus_triplet"), dtMs),
                new Decay(values.number("tau_minus"), dtMs),
                new Decay(values.number("tau_minus_triplet"), dtMs),
                values.number("Aplus"),
                values.number("Aplus_triplet"),
                values.number("Aminus"),
                values.number("Aminus_triplet"),
                values.number("Wmax")));
    }
}
