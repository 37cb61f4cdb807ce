package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;

/**
 * Spike-timing dependent plasticity of pairs, each spike with the nearest earlier spike on the other side, with NEST's
 * parameters.
 *
 * <p>As in NEST, postsynaptic spikes before the first presynaptic one pair with the start of the run.
 */
public record StdpNnSymmSynapse() implements SynapseModel {
    private static final Description DESCRIPTION = new Description(
            "stdp_nn_symm_synapse",
            "Spike-timing dependent plasticity of pairs, each spike with the nearest earlier one on the other side.",
            """
            w = weight / Wmax, kept between 0 and 1; d is the delay, and dendritic
            a postsynaptic spike at t:   w += lambda (1 - w)^mu_plus exp(-(t + d - t_pre) / tau_plus)
            a presynaptic spike at t:    w -= alpha lambda w^mu_minus exp(-(t - d - t_post) / tau_minus)
            t_pre, t_post: the last spike before that on the other side; t_pre is 0 where there was none""",
            List.of(
                    Traces.tau("tau_plus", 20, "potentiation"),
                    Traces.tau("tau_minus", 20, "depression"),
                    Traces.notNegative("lambda", 0.01, "step size"),
                    Traces.notNegative("alpha", 1, "strength of depression, relative to potentiation"),
                    Traces.notNegative("mu_plus", 1, "how potentiation depends on the weight"),
                    Traces.notNegative("mu_minus", 1, "how depression depends on the weight"),
                    LargestWeight.spec(100)),
            List.of(),
            "Morrison, Diesmann & Gerstner 2008, doi 10.1007/s00422-008-0233-1");

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
        return Optional.of(new StdpNnSymmRule(
                new Decay(values.number("tau_plus"), dtMs),
                new Decay(values.number("tau_minus"), dtMs),
                values.number("lambda"),
                values.number("alpha") * values.number("lambda"),
                new Power(values.number("mu_plus")),
                new Power(values.number("mu_minus")),
                values.number("Wmax")));
    }
}
