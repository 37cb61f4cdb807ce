package org.ganglion.simulator;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.FixedTotalNumber;
import org.ganglion.network.connect.PairwiseBernoulli;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Lognormal;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.synapse.Synapse;

/** Networks whose weights change, for tests. */
public final class PlasticCircuit {
    private PlasticCircuit() {}

    /**
     * Excitation and inhibition with plastic synapses of several rules: additive, multiplicative and between, with drawn
     * weights and delays from 1 to 40 steps, two projections onto one population, inhibitory ones, ones from relays that
     * emit several spikes at once, and static ones among them. Where synapses follow sums of spikes, these start anew many
     * times with a short time constant, hardly ever with a usual one. One population is silent for a long time.
     */
    public static Experiment of(RunSettings settings) {
        Synapse stdp = Synapse.of("stdp_synapse").set("lambda", 0.05).set("Wmax", 150);
        return NetworkBuilder.named("plastic")
                .population("fibres", 40, "parrot_neuron")
                .population("E", 320, "iaf_psc_exp", p -> p.startAt("V_m", new Uniform(-70, -55)))
                .population("I", 80, "iaf_psc_exp", p -> p.set("tau_syn_in", 5).startAt("V_m", new Normal(-62, 3)))
                .population("late", 33, "iaf_psc_delta")
                .poisson("noise", "fibres", 60, 1)
                .poisson("background-E", "E", 6000, 60)
                .poisson("background-I", "I", 5000, 60)
                .stimulate(new Stimulus.Poisson("wake", "late", Selection.ALL, 9000, 0.3, 120, 180))
                .stimulate(new Stimulus.SpikeTrain(
                        "burst", "fibres", new Selection.Slice(0, 9), java.util.List.of(15.0, 15.0, 15.0, 40.0), 1, 0))
                .project(
                        "additive",
                        "E",
                        "E",
                        new FixedIndegree(40, false, true),
                        weight(new Clipped(new Normal(60, 20), 0, 150)),
                        delayMs(new Redrawn(new Normal(1.5, 0.75), 0.1, 4)),
                        stdp.set("mu_plus", 0).set("mu_minus", 0).set("alpha", 1.05))
                .project(
                        "multiplicative",
                        "fibres",
                        "E",
                        new FixedTotalNumber(3000, true, true),
                        weight(75),
                        delayMs(new Uniform(0.1, 0.9)),
                        stdp)
                .project(
                        "between",
                        "E",
                        "I",
                        new PairwiseBernoulli(0.1, true),
                        weight(new Clipped(new Lognormal(50, 0.5), 0, 150)),
                        delayMs(1),
                        stdp.set("mu_plus", 0.4).set("mu_minus", 0.4).set("tau_minus", 33.7))
                .project(
                        "inhibitory",
                        "I",
                        "E",
                        new FixedIndegree(20, true, true),
                        weight(-150),
                        delayMs(new Uniform(0.1, 2)),
                        stdp.set("mu_plus", 0).set("Wmax", -400).set("tau_plus", 1.5))
                .project("static", "I", "I", new FixedIndegree(15, true, true), weight(-150), delayMs(0.1))
                .project(
                        "to-late",
                        "E",
                        "late",
                        new FixedIndegree(10, true, true),
                        weight(0.2),
                        delayMs(0.5),
                        stdp.set("Wmax", 1))
                .project(
                        "from-late",
                        "late",
                        "E",
                        new FixedIndegree(5, true, true),
                        weight(40),
                        delayMs(new Uniform(0.1, 3)),
                        stdp.set("mu_plus", 0.4))
                .recordSpikes("E")
                .recordSpikes("I")
                .recordSpikes("late")
                .simulate(settings);
    }
}
