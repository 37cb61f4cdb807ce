package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.spec.Description;

/**
 * Short-term plasticity with resources that recover at once from being active, with NEST's parameters.
 *
 * <p>{@code U}, {@code tau_rec} and {@code tau_fac} may be drawn for each synapse.
 */
public record Tsodyks2Synapse() implements SynapseModel {
    private static final Description DESCRIPTION = new Description(
            "tsodyks2_synapse",
            "Short-term plasticity by depletion, recovery and facilitation, without resources that stay active.",
            """
            a spike carries u x weight; the first one u and x as they are at the start, and later ones
            x <- 1 + (x - x u - 1) exp(-T / tau_rec),  then  u <- U + u (1 - U) exp(-T / tau_fac),
            T being the time since the spike before""",
            List.of(
                    Tsodyks.share("U", 0.5, "what u falls back to"),
                    Traces.tau("tau_rec", 800, "recovery"),
                    Tsodyks.facilitation(),
                    Tsodyks.share("x", 1, "resources at the first spike"),
                    Tsodyks.share("u", 0.5, "share of x that the first spike uses; as in NEST it does not follow U")),
            List.of(),
            "Maass & Markram 2002, doi 10.1016/S0893-6080(01)00144-7");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<String> drawn() {
        return List.of("U", "tau_rec", "tau_fac");
    }

    @Override
    public boolean plastic() {
        return true;
    }

    @Override
    public Optional<Plasticity> plasticity(SynapseValues values, double dtMs) {
        double u = values.number("u");
        double x = values.number("x");
        if (drawn().stream().anyMatch(name -> !values.distribution(name).isConstant())) {
            return Optional.of(new Tsodyks2DrawnRule(
                    values.distribution("U"),
                    values.distribution("tau_rec"),
                    values.distribution("tau_fac"),
                    dtMs,
                    u,
                    x));
        }
        return Optional.of(new Tsodyks2Rule(
                values.number("U"),
                new Decay(values.number("tau_fac"), dtMs),
                new Decay(values.number("tau_rec"), dtMs),
                u,
                x));
    }
}
