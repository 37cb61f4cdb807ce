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
import org.ganglion.network.connect.PairwiseBernoulli;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.synapse.Synapse;

/** A network with a projection of every synapse model but {@code stdp_synapse}, for tests. */
public final class SynapseCircuit {
    private SynapseCircuit() {}

    /**
     * Relays that emit several spikes at once, drawn delays from 1 to 40 steps, drawn parameters, weights of both signs onto
     * neurons that keep them apart, unreliable synapses onto relays, and two projections that heed one signal of dopamine,
     * which is silent for a long time.
     */
    public static Experiment of(RunSettings settings) {
        FixedIndegree ten = new FixedIndegree(10, true, true);
        NetworkBuilder.Delay spread = delayMs(new Uniform(0.1, 4));
        Synapse dopamine = Synapse.of("stdp_dopamine_synapse")
                .set("volume_transmitter", "dopa")
                .set("tau_c", 100)
                .set("tau_n", 50)
                .set("A_plus", 0.3)
                .set("A_minus", 0.4);
        return NetworkBuilder.named("synapses")
                .population("fibres", 40, "parrot_neuron")
                .population("relays", 30, "parrot_neuron")
                .population("E", 160, "iaf_psc_exp", p -> p.startAt("V_m", new Uniform(-70, -55)))
                .population("I", 70, "iaf_psc_exp", p -> p.set("tau_syn_in", 5).startAt("V_m", new Normal(-62, 3)))
                .population("dopa", 9, "iaf_psc_delta")
                .poisson("noise", "fibres", 60, 1)
                .poisson("background-E", "E", 6000, 55)
                .poisson("background-I", "I", 5000, 55)
                .stimulate(new Stimulus.Poisson("reward", "dopa", Selection.ALL, 9000, 0.3, 120, 180))
                .stimulate(new Stimulus.SpikeTrain(
                        "burst",
                        "fibres",
                        new Selection.Slice(0, 9),
                        List.of(15.0, 15.0, 15.0, 40.0, 40.1, 40.1),
                        1,
                        0))
                .project(
                        "nearest",
                        "E",
                        "I",
                        ten,
                        weight(50),
                        spread,
                        Synapse.of("stdp_nn_symm_synapse").set("lambda", 0.1).set("mu_plus", 0.4))
                .project(
                        "power",
                        "fibres",
                        "E",
                        ten,
                        weight(new Clipped(new Normal(45, 20), 0, 200)),
                        spread,
                        Synapse.of("stdp_pl_synapse_hom").set("alpha", 0.05))
                .project(
                        "triplet",
                        "E",
                        "E",
                        ten,
                        weight(40),
                        spread,
                        Synapse.of("stdp_triplet_synapse")
                                .set("Aplus", 2)
                                .set("Aplus_triplet", 3)
                                .set("Aminus", 1.5)
                                .set("Aminus_triplet", 0.5))
                .project(
                        "balance",
                        "I",
                        "E",
                        ten,
                        weight(-100),
                        delayMs(new Uniform(0.1, 2)),
                        Synapse.of("vogels_sprekeler_synapse").set("eta", 10).set("Wmax", -400))
                .project(
                        "depressing",
                        "E",
                        "I",
                        ten,
                        weight(150),
                        delayMs(1),
                        Synapse.of("tsodyks_synapse").set("tau_rec", 100))
                .project(
                        "facilitating",
                        "fibres",
                        "I",
                        ten,
                        weight(new Normal(60, 80)),
                        spread,
                        Synapse.of("tsodyks_synapse")
                                .set("U", new Clipped(new Normal(0.1, 0.05), 0.01, 0.5))
                                .set("tau_rec", new Redrawn(new Normal(100, 50), 5, Double.POSITIVE_INFINITY))
                                .set("tau_fac", new Uniform(100, 1000)))
                .project(
                        "second",
                        "I",
                        "E",
                        new PairwiseBernoulli(0.1, true),
                        weight(-200),
                        spread,
                        Synapse.of("tsodyks2_synapse").set("tau_rec", 100).set("tau_fac", 300))
                .project(
                        "second-drawn",
                        "I",
                        "I",
                        ten,
                        weight(-300),
                        delayMs(0.1),
                        Synapse.of("tsodyks2_synapse").set("U", new Uniform(0.2, 0.8)))
                .project(
                        "unreliable",
                        "fibres",
                        "E",
                        ten,
                        weight(new Normal(20, 40)),
                        spread,
                        Synapse.of("bernoulli_synapse").set("p_transmit", new Uniform(0.1, 0.9)))
                .project(
                        "unreliable-relays",
                        "fibres",
                        "relays",
                        ten,
                        weight(1),
                        spread,
                        Synapse.of("bernoulli_synapse").set("p_transmit", 0.3))
                .project("from-relays", "relays", "I", ten, weight(15), delayMs(2), Synapse.STATIC)
                .project("rewarded", "fibres", "E", ten, weight(40), spread, dopamine.set("b", 0.05))
                .project(
                        "rewarded-soon",
                        "E",
                        "I",
                        ten,
                        weight(30),
                        delayMs(3),
                        dopamine.set("volume_transmitter_delay", 0.3)
                                .set("Wmin", 10)
                                .set("Wmax", 60))
                .project("to-dopa", "E", "dopa", ten, weight(0.1), delayMs(1))
                .recordSpikes("relays")
                .recordSpikes("E")
                .recordSpikes("I")
                .recordSpikes("dopa")
                .simulate(settings);
    }
}
