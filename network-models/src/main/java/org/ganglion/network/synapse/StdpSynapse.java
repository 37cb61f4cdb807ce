package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;

/**
 * Spike-timing dependent plasticity of pairs, each spike with all spikes on the other side, with NEST's parameters.
 *
 * <p>{@code mu_plus = mu_minus = 0} is the additive rule, 1 the multiplicative one, 0 and 1 that of van Rossum, anything
 * between the power law of Guetig. The postsynaptic trace belongs to the synapse here, and so does {@code tau_minus}.
 */
public record StdpSynapse() implements SynapseModel {
    private static final Description DESCRIPTION = new Description(
            "stdp_synapse",
            "Spike-timing dependent plasticity of pairs, each spike with all spikes on the other side.",
            """
            w = weight / Wmax, kept between 0 and 1; d is the delay, and dendritic
            a postsynaptic spike at t reaches the synapse at t + d:   w += lambda (1 - w)^mu_plus K_plus(t + d)
            a presynaptic spike at t, before it is delivered:         w -= alpha lambda w^mu_minus K_minus(t - d)
            K_plus, K_minus decay with tau_plus, tau_minus; each pre-, postsynaptic spike adds 1""",
            List.of(
                    Traces.tau("tau_plus", 20, "potentiation"),
                    Traces.tau("tau_minus", 20, "depression"),
                    Traces.notNegative("lambda", 0.01, "step size"),
                    Traces.notNegative("alpha", 1, "strength of depression, relative to potentiation"),
                    Traces.notNegative("mu_plus", 1, "how potentiation depends on the weight"),
                    Traces.notNegative("mu_minus", 1, "how depression depends on the weight"),
                    LargestWeight.spec(100)),
            List.of(),
            "Guetig, Aharonov, Rotter & Sompolinsky 2003, doi 10.1523/JNEUROSCI.23-09-03697.2003");

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
        return Optional.of(new StdpRule(
                new Decay(values.number("tau_plus"), dtMs),
                new Decay(values.number("tau_minus"), dtMs),
                values.number("lambda"),
                values.number("alpha") * values.number("lambda"),
                new Power(values.number("mu_plus")),
                new Power(values.number("mu_minus")),
                values.number("Wmax")));
    }
}
