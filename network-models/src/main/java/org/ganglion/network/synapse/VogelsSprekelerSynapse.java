package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;

/**
 * Symmetric plasticity by which inhibition comes to balance excitation, with NEST's parameters.
 *
 * <p>The paper has one time constant for both traces. As in NEST, that of the postsynaptic one is set by itself.
 */
public record VogelsSprekelerSynapse() implements SynapseModel {
    private static final Description DESCRIPTION = new Description(
            "vogels_sprekeler_synapse",
            "Symmetric plasticity by which inhibition comes to balance excitation.",
            """
            w: size of the weight, kept between 0 and that of Wmax; d is the delay, and dendritic
            a postsynaptic spike at t reaches the synapse at t + d:   w += eta K_plus(t + d)
            a presynaptic spike at t, before it is delivered:         w += eta (K_minus(t - d) - alpha)
            K_plus, K_minus decay with tau, tau_minus; each pre-, postsynaptic spike adds 1""",
            List.of(
                    Traces.tau("tau", 20, "the presynaptic trace"),
                    Traces.tau("tau_minus", 20, "the postsynaptic trace; the same as tau in the paper"),
                    Traces.notNegative("eta", 0.001, "step size, in the unit of the weight"),
                    Traces.notNegative(
                            "alpha", 0.12, "depression: twice the rate that is aimed at, times the time constant"),
                    LargestWeight.spec(1)),
            List.of(),
            "Vogels, Sprekeler, Zenke, Clopath & Gerstner 2011, doi 10.1126/science.1211095");

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
        return Optional.of(new VogelsSprekelerRule(
                new Decay(values.number("tau"), dtMs),
                new Decay(values.number("tau_minus"), dtMs),
                values.number("eta"),
                values.number("alpha"),
                values.number("Wmax")));
    }
}
