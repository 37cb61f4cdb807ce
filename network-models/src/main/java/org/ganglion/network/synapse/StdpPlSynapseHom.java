package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * Spike-timing dependent plasticity of pairs whose potentiation grows with a power of the weight, with NEST's parameters.
 *
 * <p>The rule itself bounds no weight. Input is summed in integers whose unit follows from the largest weight, so one has to
 * be named: {@code Wlimit} is Ganglion's own. It clips nothing; a run in which a spike carries more stops and says so.
 */
public record StdpPlSynapseHom() implements SynapseModel {
    private static final String LIMIT = "Wlimit";
    private static final Description DESCRIPTION = new Description(
            "stdp_pl_synapse_hom",
            "Spike-timing dependent plasticity of pairs whose potentiation grows with a power of the weight.",
            """
            w = weight, at least 0; d is the delay, and dendritic
            a postsynaptic spike at t reaches the synapse at t + d:   w += lambda w^mu K_plus(t + d)
            a presynaptic spike at t, before it is delivered:         w -= alpha lambda w K_minus(t - d)
            K_plus, K_minus decay with tau_plus, tau_minus; each pre-, postsynaptic spike adds 1""",
            List.of(
                    Traces.tau("tau_plus", 20, "potentiation"),
                    Traces.tau("tau_minus", 20, "depression"),
                    Traces.notNegative("lambda", 0.1, "step size"),
                    Traces.notNegative("alpha", 1, "strength of depression, relative to potentiation"),
                    Traces.notNegative("mu", 0.4, "how potentiation depends on the weight"),
                    ParameterSpec.real(
                            LIMIT,
                            Unit.DRAWN,
                            1e6,
                            Range.POSITIVE,
                            "weight that none may pass, or the run stops; the rule knows no such bound")),
            List.of(),
            "Morrison, Aertsen & Diesmann 2007, doi 10.1162/neco.2007.19.6.1437");

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
        double limit = values.number(LIMIT);
        if (weight.smallest() < 0) {
            report.accept(
                    "model",
                    "stdp_pl_synapse_hom has powers of the weight, so the weight ("
                            + LargestWeight.span(weight.smallest(), weight.largest(), unit)
                            + ") must not be negative; make it positive"
                            + (weight.largest() > 0 ? " or clip it at 0" : " or take stdp_synapse"));
        } else if (weight.largest() > limit) {
            report.accept(
                    LIMIT,
                    unit.format(limit) + " is passed by the weight at the start ("
                            + LargestWeight.span(weight.smallest(), weight.largest(), unit) + "); raise " + LIMIT
                            + " far above any weight");
        }
    }

    @Override
    public Optional<Plasticity> plasticity(SynapseValues values, double dtMs) {
        return Optional.of(new StdpPlRule(
                new Decay(values.number("tau_plus"), dtMs),
                new Decay(values.number("tau_minus"), dtMs),
                values.number("lambda"),
                values.number("alpha") * values.number("lambda"),
                new Power(values.number("mu")),
                values.number(LIMIT)));
    }
}
