package org.ganglion.simulator;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Projection;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.OneToOne;
import org.ganglion.network.random.Lognormal;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.wiring.SynapticValue;

/** A network of the models whose spikes are more than a threshold, for tests: izhikevich, hh, gif, glif, ignore-and-fire. */
public final class SpikingModelsCircuit {
    private SpikingModelsCircuit() {}

    /**
     * Parameters constant and drawn, also elements of lists; slices large enough for vectors and smaller ones; noise in
     * the threshold; Hodgkin-Huxley cells that need different parts of a step.
     */
    public static Experiment of(RunSettings settings) {
        NetworkBuilder builder = NetworkBuilder.named("spiking models")
                .population("clock", 60, "ignore_and_fire", p -> p.set("rate", new Uniform(20, 60))
                        .set("phase", new Uniform(0.05, 1)))
                .population("jumps", 310, "izhikevich", p -> p.set("c", new Uniform(-65, -50))
                        .set("d", new Uniform(2, 8))
                        .set("I_e", 3)
                        .startAt("V_m", new Normal(-65, 3))
                        .startAt("U_m", -13))
                .population("currents", 90, "izhikevich", p -> p.set("consistent_integration", 0)
                        .set("V_min", -80)
                        .startAt("U_m", new Uniform(-14, -12)))
                .population("hh", 150, "hh_psc_alpha", p -> p.set("C_m", new Uniform(40, 120))
                        .startAt("V_m", new Normal(-65, 1)))
                .population("gif", 330, "gif_psc_exp", p -> p.set("lambda_0", 20)
                        .set("Delta_V", 3)
                        .set("V_T_star", -50)
                        .set("tau_sfa", List.of(50.0, 200.0))
                        .set("q_sfa", List.of(3.0, 1.0))
                        .set("q_sfa.1", new Uniform(0.5, 2))
                        .set("tau_stc", List.of(20.0))
                        .set("q_stc", List.of(10.0)))
                .population("glif", 170, "glif_psc", p -> p.set("spike_dependent_threshold", 1)
                        .set("after_spike_currents", 1)
                        .set("adapting_threshold", 1)
                        .set("V_th", new Normal(-60, 1))
                        .set("V_reset", -78.85))
                .population("lif", 40, "glif_psc", p -> p.set("tau_syn", List.of(1.0, 6.0, 3.0)));
        return connected(builder)
                .poisson("noise-jumps", "jumps", 1000, 1.5)
                .poisson("noise-currents", "currents", 2000, 40)
                .poisson("noise-hh", "hh", 1500, 250)
                .poisson("noise-gif", "gif", 3000, 30)
                .poisson("noise-glif", "glif", 1500, 60)
                .stimulate(new Stimulus.Poisson(
                        "second", "lif", Selection.ALL, 300, -20, 0, Double.POSITIVE_INFINITY, "2"))
                .direct("drive-glif", "glif", 100)
                .direct("drive-lif", "lif", 280)
                .direct("drive-hh", "hh", 300)
                .direct("drive-currents", "currents", 3)
                .recordSpikes("clock")
                .recordSpikes("jumps")
                .recordSpikes("currents")
                .recordSpikes("hh")
                .recordSpikes("gif")
                .recordSpikes("glif")
                .recordSpikes("lif")
                .simulate(settings);
    }

    private static NetworkBuilder connected(NetworkBuilder builder) {
        return builder.project("clock", "jumps", new FixedIndegree(10, true, true), weight(2), delayMs(1))
                .project("clock", "hh", new FixedIndegree(10, true, true), weight(400), delayMs(0.1))
                .project("jumps", "currents", new FixedIndegree(20, true, true), weight(60), delayMs(0.4))
                .project("jumps", "gif", new FixedIndegree(20, true, true), weight(60), delayMs(new Uniform(0.5, 3)))
                .project("gif", "gif", new FixedIndegree(30, true, true), weight(-40), delayMs(0.1))
                .project("gif", "glif", new FixedIndegree(20, true, true), weight(new Lognormal(40, 0.5)), delayMs(1.5))
                .project("glif", "jumps", new FixedIndegree(5, true, true), weight(-1), delayMs(0.2))
                .project("hh", "glif", new FixedIndegree(5, true, true), weight(new Normal(20, 30)), delayMs(2))
                .project("currents", "hh", new FixedIndegree(10, true, true), weight(-200), delayMs(0.7))
                .project("lif", "lif", new OneToOne(), weight(-30), delayMs(0.1))
                .project(new Projection(
                                "third",
                                "gif",
                                "lif",
                                new FixedIndegree(10, true, true),
                                SynapticValue.constant(25),
                                SynapticValue.constant(0.6),
                                Synapse.STATIC)
                        .onto("3"))
                .project("lif", "clock", new FixedIndegree(3, true, true), weight(5), delayMs(1));
    }
}
