package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;

/**
 * Short-term plasticity: spikes carry a share of the weight that depletes, recovers and facilitates, with NEST's parameters.
 *
 * <p>{@code U}, {@code tau_rec} and {@code tau_fac} may be drawn for each synapse, as in the paper.
 */
public record TsodyksSynapse() implements SynapseModel {
    private static final Description DESCRIPTION = new Description(
            "tsodyks_synapse",
            "Short-term plasticity: spikes carry a share of the weight that depletes, recovers and facilitates.",
            """
            x, y, z: resources that are recovered, active, inactive; they add up to 1
            between spikes:  dx/dt = z / tau_rec,  dy/dt = -y / tau_psc,  du/dt = -u / tau_fac
            at a spike:      u += U (1 - u), then u x moves from x to y, and the spike carries u x weight""",
            List.of(
                    Tsodyks.share("U", 0.5, "by how much of what is missing u rises at a spike"),
                    Traces.tau("tau_psc", 3, "active resources; usually that of the target's synaptic current"),
                    Traces.tau("tau_rec", 800, "recovery"),
                    Tsodyks.facilitation(),
                    Tsodyks.share("x", 1, "recovered resources at the start"),
                    Tsodyks.share("y", 0, "active resources at the start"),
                    Tsodyks.share("u", 0, "share of x that is used, at the start, before the first spike raises it")),
            List.of(),
            "Tsodyks, Uziel & Markram 2000, doi 10.1523/JNEUROSCI.20-01-j0003.2000");

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
    public void check(SynapseValues values, Distribution weight, Unit unit, BiConsumer<String, String> report) {
        double x = values.number("x");
        double y = values.number("y");
        if (x + y > 1) {
            report.accept(
                    "x",
                    x + " and y (" + y + ") add up to " + (x + y) + "; resources are 1 in all, so lower one of them");
        }
    }

    @Override
    public Optional<Plasticity> plasticity(SynapseValues values, double dtMs) {
        TsodyksRule.Start start = new TsodyksRule.Start(values.number("u"), values.number("x"), values.number("y"));
        double tauPscMs = values.number("tau_psc");
        if (drawn().stream().anyMatch(name -> !values.distribution(name).isConstant())) {
            return Optional.of(new TsodyksDrawnRule(
                    values.distribution("U"),
                    values.distribution("tau_rec"),
                    values.distribution("tau_fac"),
                    tauPscMs,
                    dtMs,
                    start));
        }
        double tauRecMs = values.number("tau_rec");
        return Optional.of(new TsodyksRule(
                values.number("U"),
                new Decay(values.number("tau_fac"), dtMs),
                new Decay(tauPscMs, dtMs),
                new Decay(tauRecMs, dtMs),
                tauPscMs,
                tauRecMs,
                dtMs,
                start));
    }
}
