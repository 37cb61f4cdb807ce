package org.ganglion.distributed.faults;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Rate;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.group.GroupBuilder;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.PlannedLinks;

/** A small network with short and long delays, relays, currents and stimuli that change, drawn weights, plastic ones, and a signal. */
final class TestCircuit {
    private static final Experiment EXPERIMENT = NetworkBuilder.named("faults")
            .population("fibres", 40, "parrot_neuron")
            .population("near", 64, "iaf_psc_exp", p -> p.startAt("V_m", new Normal(-62, 4)))
            .population("far", 48, "iaf_psc_delta", p -> p.set("V_th", new Uniform(-57, -54)))
            .poisson("noise", "fibres", 60, 1)
            .poisson("noise-far", "far", 6000, 0.12)
            .project("fibres", "near", new FixedIndegree(8, true, true), weight(60), delayMs(new Uniform(0.3, 4)))
            .project("near", "near", new FixedIndegree(6, true, true), weight(new Normal(5, 30)), delayMs(0.2))
            .project(
                    "learning",
                    "fibres",
                    "near",
                    new FixedIndegree(3, true, true),
                    weight(30),
                    delayMs(new Uniform(0.5, 6)),
                    Synapse.of("stdp_synapse")
                            .set("lambda", 0.05)
                            .set("Wmax", 100)
                            .set("mu_plus", 0)
                            .set("tau_plus", 0.8))
            .project(
                    "rewarded",
                    "fibres",
                    "far",
                    new FixedIndegree(3, true, true),
                    weight(0.5),
                    delayMs(new Uniform(0.5, 6)),
                    Synapse.of("stdp_dopamine_synapse")
                            .set("volume_transmitter", "near")
                            .set("volume_transmitter_delay", 0.4)
                            .set("tau_c", 50)
                            .set("tau_n", 20)
                            .set("A_plus", 0.02)
                            .set("A_minus", 0.03)
                            .set("Wmax", 2))
            .project(
                    "unreliable",
                    "fibres",
                    "near",
                    new FixedIndegree(3, true, true),
                    weight(new Normal(20, 20)),
                    delayMs(3),
                    Synapse.of("bernoulli_synapse").set("p_transmit", 0.5))
            .project(
                    "tired",
                    "far",
                    "near",
                    new FixedIndegree(4, true, true),
                    weight(40),
                    delayMs(new Uniform(8, 14)),
                    Synapse.of("tsodyks_synapse").set("U", new Uniform(0.2, 0.8)))
            .project("near", "far", new FixedIndegree(5, true, true), weight(0.3), delayMs(new Uniform(1, 20)))
            .project("far", "near", new FixedIndegree(5, true, true), weight(new Normal(10, 20)), delayMs(12))
            .project("far", "fibres", new FixedIndegree(1, true, true), weight(1), delayMs(3))
            .stimulate(new Stimulus.Current(
                    "steps", "near", Selection.ALL, List.of(0.0, 22.5, 60.0), List.of(250.0, 330.0, 280.0)))
            .gamma("hum", "near", new Rate.Constant(300), 3, 25)
            .change(31.7, "noise-far", "rate", 6500)
            .change(48.3, "hum", "rate", 450)
            .change(64, "noise", "rate", 75)
            .change(90, "hum", "rate", 200)
            .recordSpikes("fibres")
            .recordSpikes("near")
            .recordSpikes("far")
            .simulate(RunSettings.DEFAULT.withDurationMs(120).withSeed(11));

    private static final Map<Integer, NetworkPlan> PLANS = new ConcurrentHashMap<>();

    private TestCircuit() {}

    static Experiment experiment() {
        return EXPERIMENT;
    }

    static double dtMs() {
        return EXPERIMENT.settings().dtMs();
    }

    static long endStep() {
        return EXPERIMENT.settings().endStep();
    }

    static NetworkPlan plan(int groups) {
        return PLANS.computeIfAbsent(groups, g -> NetworkPlan.of(EXPERIMENT, g));
    }

    /** With what was changed while it ran as part of its description. */
    static NetworkPlan plan(int groups, List<Change> changes) {
        Experiment changed = EXPERIMENT;
        for (Change change : changes) {
            changed = changed.with(change);
        }
        return changes.isEmpty() ? plan(groups) : NetworkPlan.of(changed, groups);
    }

    static NeuronGroup build(NetworkPlan plan, int group, Recording recording, int tooFar) throws IOException {
        NeuronGroup built = GroupBuilder.build(plan, group, recording);
        PlannedLinks links = PlannedLinks.of(plan);
        built.link(later(links.delaysIn(group), tooFar), links.delaysOut(group));
        return built;
    }

    private static int[] later(int[] delays, int steps) {
        int[] result = delays.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += result[i] > 0 ? steps : 0;
        }
        return result;
    }

    static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
