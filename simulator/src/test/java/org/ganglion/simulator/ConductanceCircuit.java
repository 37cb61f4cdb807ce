package org.ganglion.simulator;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Uniform;

/** A network of every model with conductances, for tests: parameters constant and drawn, slices large and small. */
public final class ConductanceCircuit {
    private ConductanceCircuit() {}

    public static Experiment of(RunSettings settings) {
        NetworkBuilder builder = NetworkBuilder.named("conductances")
                .population("exp", 400, "iaf_cond_exp", p -> p.set("tau_syn_ex", 5)
                        .set("tau_syn_in", 10)
                        .startAt("V_m", new Uniform(-70, -56))
                        .startAt("g_ex", new Uniform(0, 5)))
                .population("alpha", 90, "iaf_cond_alpha", p -> p.set("g_L", new Uniform(15, 18))
                        .set("tau_syn_ex", 0.5)
                        .set("t_ref", new Uniform(1, 4)))
                .population("sfa", 300, "iaf_cond_exp_sfa_rr", p -> p.startAt("V_m", new Uniform(-70, -58)))
                .population("aeif", 500, "aeif_cond_exp", p -> p.startAt("V_m", new Uniform(-70, -50))
                        .startAt("w", new Uniform(0, 100)))
                .population("aeifDrawn", 70, "aeif_cond_exp", p -> p.set("a", new Normal(4, 0.5))
                        .set("Delta_T", new Uniform(1, 3))
                        .set("tau_syn_ex", new Uniform(0.1, 2))
                        .set("t_ref", new Uniform(0, 2)))
                .population("aeifAlpha", 200, "aeif_cond_alpha", p -> p.set("t_ref", 1))
                .population("fast", 40, "aeif_cond_exp", p -> p.set("C_m", 10).set("b", 0));
        String[] names = {"exp", "alpha", "sfa", "aeif", "aeifDrawn", "aeifAlpha", "fast"};
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            String next = names[(i + 1) % names.length];
            builder = builder.project(name, name, new FixedIndegree(10, true, true), weight(-3), delayMs(0.3))
                    .project(
                            name,
                            next,
                            new FixedIndegree(10, true, true),
                            weight(new Normal(2, 1)),
                            delayMs(new Uniform(0.1, 5)))
                    .recordSpikes(name);
        }
        return builder.poisson("noise-exp", "exp", 3000, 1.5)
                .poisson("noise-alpha", "alpha", 3000, 20)
                .poisson("noise-sfa", "sfa", 3000, 4)
                .poisson("noise-aeif", "aeif", 3000, 20)
                .poisson("noise-drawn", "aeifDrawn", 3000, 9)
                .poisson("noise-alpha-aeif", "aeifAlpha", 3000, 9)
                .stimulate(new Stimulus.Current(
                        "drive", "fast", Selection.ALL, List.of(0.0, 20.0, 40.0), List.of(0.0, 5000.0, 0.0)))
                .stimulate(new Stimulus.Current(
                        "steps", "sfa", new Selection.Slice(10, 200), List.of(5.0, 60.0), List.of(500.0, 0.0)))
                .simulate(settings);
    }
}
