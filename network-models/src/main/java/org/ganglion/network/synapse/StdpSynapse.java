package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.Values;

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
                    ParameterSpec.real(
                            "tau_plus", Unit.MILLISECOND, 20, Range.POSITIVE, "time constant of potentiation"),
                    ParameterSpec.real(
                            "tau_minus", Unit.MILLISECOND, 20, Range.POSITIVE, "time constant of depression"),
                    ParameterSpec.real("lambda", Unit.NONE, 0.01, Range.NOT_NEGATIVE, "step size"),
                    ParameterSpec.real(
                            "alpha",
                            Unit.NONE,
                            1,
                            Range.NOT_NEGATIVE,
                            "strength of depression, relative to potentiation"),
                    ParameterSpec.real(
                            "mu_plus", Unit.NONE, 1, Range.NOT_NEGATIVE, "how potentiation depends on the weight"),
                    ParameterSpec.real(
                            "mu_minus", Unit.NONE, 1, Range.NOT_NEGATIVE, "how depression depends on the weight"),
                    ParameterSpec.real(
                            "Wmax",
                            Unit.DRAWN,
                            100,
                            Range.ANY,
                            "largest weight, in pA or mV as the target's model has it")),
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
    public void check(Values values, Distribution weight, Unit unit, BiConsumer<String, String> report) {
        double most = values.number("Wmax");
        double low = weight.smallest();
        double high = weight.largest();
        if (most == 0) {
            report.accept("Wmax", "0 leaves no room for any weight; give the largest weight");
        } else if (low * most < 0 || high * most < 0) {
            report.accept(
                    "Wmax",
                    unit.format(most) + " and the weight (" + span(low, high, unit)
                            + ") must have the same sign; change the sign of one of them"
                            + (low * high < 0 ? ", or clip the weight at 0" : ""));
        } else if (Math.abs(low) > Math.abs(most) || Math.abs(high) > Math.abs(most)) {
            report.accept(
                    "Wmax",
                    unit.format(most) + " is passed by the weight at the start (" + span(low, high, unit)
                            + "); raise Wmax, or lower the weight" + (low < high ? " or clip it" : ""));
        }
    }

    private static String span(double low, double high, Unit unit) {
        return low == high ? unit.format(low) : (float) low + " to " + unit.format((float) high);
    }

    @Override
    public Optional<Plasticity> plasticity(Values values, double dtMs) {
        return Optional.of(new StdpRule(
                new Decay(values.number("tau_plus"), dtMs),
                new Decay(values.number("tau_minus"), dtMs),
                values.number("lambda"),
                values.number("alpha") * values.number("lambda"),
                values.number("mu_plus"),
                values.number("mu_minus"),
                values.number("Wmax")));
    }
}
