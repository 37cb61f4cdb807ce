package org.ganglion.simulator.group;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.AllToAll;
import org.ganglion.network.connect.OneToOne;
import org.ganglion.network.space.GridPositions;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.PlasticCircuit;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SpatialCircuit.OfDistance;
import org.ganglion.simulator.SynapseCircuit;
import org.ganglion.simulator.SynapseWeights;
import org.ganglion.simulator.WeightMatrix;
import org.ganglion.simulator.link.SpikeBuffer;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** Weights over time and at the end: which, when, and that groups do not matter. */
class WeightRecorderTest {
    private static final double EVER = Double.POSITIVE_INFINITY;
    private static final int[] GROUPS = {1, 2, 3, 7};

    /** A sample of one target's synapses. */
    private record Sample(int recorder, long step, int target) implements Comparable<Sample> {
        @Override
        public int compareTo(Sample other) {
            int byRecorder = Integer.compare(recorder, other.recorder);
            int byStep = byRecorder != 0 ? byRecorder : Long.compare(step, other.step);
            return byStep != 0 ? byStep : Integer.compare(target, other.target);
        }
    }

    /** Keeps all samples of weights in memory. */
    private static final class Samples implements Recording {
        private final TreeMap<Sample, List<Float>> all = new TreeMap<>();
        private final List<WeightMatrix> chosen = new ArrayList<>(); // [recorder]

        Samples(Experiment experiment) {
            PlannedSynapses synapses = PlannedSynapses.of(NetworkPlan.of(experiment, 1));
            experiment.network().recorders().stream()
                    .filter(Recorder.Weights.class::isInstance)
                    .forEach(r -> chosen.add(chosen(synapses, experiment.network(), (Recorder.Weights) r)));
        }

        @Override
        public Part open(int group, List<int[]> sampled) {
            return new Part() {
                @Override
                public void spikes(long step, int[] neurons, int count) {}

                @Override
                public void sample(int recorder, long step, float[] values) {}

                @Override
                public void weights(int recorder, long step, int[] targets, float[] values) {
                    int at = 0;
                    for (int target : targets) {
                        List<Float> row = new ArrayList<>();
                        for (int k = chosen.get(recorder).placesOf(target).length; k > 0; k--) {
                            row.add(values[at++]);
                        }
                        assertTrue(!row.isEmpty(), "a target without synapses");
                        assertEquals(null, all.put(new Sample(recorder, step, target), row), "sampled twice");
                    }
                    assertEquals(at, values.length);
                }
            };
        }
    }

    private static WeightMatrix chosen(SynapseWeights synapses, Network network, Recorder.Weights recorder) {
        int projection = network.projectionIndex(recorder.projection());
        return WeightMatrix.of(synapses, network, projection, recorder.sources(), recorder.targets());
    }

    private static Experiment with(Experiment experiment, Recorder... recorders) {
        Network network = experiment.network();
        return new Experiment(
                new Network(
                        network.name(),
                        network.populations(),
                        network.projections(),
                        network.stimuli(),
                        List.of(recorders)),
                experiment.settings());
    }

    private static Samples run(Experiment experiment, int groups) throws IOException, InterruptedException {
        Samples samples = new Samples(experiment);
        try (PlainSimulation simulation = PlainSimulation.build(experiment, groups, samples)) {
            simulation.runTo(experiment.settings().endStep());
        }
        return samples;
    }

    /** A relay that fires at some times, and a synapse from it onto a neuron that is made to fire at others. */
    private static NetworkBuilder pair(List<Double> preMs, List<Double> postMs, Synapse synapse) {
        return NetworkBuilder.named("pair")
                .population("pre", 1, "parrot_neuron")
                .population("post", 1, "iaf_psc_delta", p -> p.set("V_th", 1e4).set("t_ref", 0.1))
                .stimulate(new Stimulus.SpikeTrain("pre", "pre", Selection.ALL, preMs, 1, 0))
                .stimulate(new Stimulus.SpikeTrain("post", "post", Selection.ALL, postMs, 1e5, 0))
                .project("plastic", "pre", "post", new OneToOne(), weight(40), delayMs(1.5), synapse)
                .recordSpikes("pre")
                .recordSpikes("post");
    }

    /**
     * The weight of an additive pair rule with all that has been delivered until a time. Delays are dendritic: what a spike
     * meets that is delivered now is what postsynaptic spikes did up to one delay ago, and they take one to the synapse.
     */
    private static double additive(List<Double> pre, List<Double> post, double untilMs) {
        double now = untilMs - 1.5;
        double w = 0.4; // of Wmax
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pre.size() && pre.get(i) <= now + 1e-9; i++) {
            w = raised(w, pre, i, post, last, pre.get(i));
            last = pre.get(i);
            for (double p : post) {
                w -= p + 1.5 < last - 1e-9 ? 0.08 * Math.exp(-(last - p - 1.5) / 30) : 0;
            }
            w = Math.max(0, w);
        }
        int met = (int) pre.stream().filter(p -> p <= now + 1e-9).count();
        return 100 * raised(w, pre, met, post, last, now);
    }

    /** With the postsynaptic spikes that reach the synapse after a time and not after another one. */
    private static double raised(double w, List<Double> pre, int met, List<Double> post, double after, double until) {
        double raised = w;
        for (double p : post) {
            double arrives = p + 1.5;
            for (int j = 0; j < met && arrives > after + 1e-9 && arrives <= until + 1e-9; j++) {
                raised += 0.1 * Math.exp(-(arrives - pre.get(j)) / 20);
            }
        }
        return Math.min(1, raised);
    }

    @Test
    void weightsOverTimeHoldWhatHasReachedTheSynapse() throws Exception {
        // Relays pass a spike on after one step.
        List<Double> pre = List.of(5.0, 17.0, 24.0, 40.0, 41.0, 63.0);
        List<Double> post = List.of(3.0, 12.0, 23.0, 30.0, 38.0, 55.0, 60.0);
        Synapse stdp = Synapse.of("stdp_synapse")
                .set("lambda", 0.1)
                .set("alpha", 0.8)
                .set("mu_plus", 0)
                .set("mu_minus", 0)
                .set("tau_plus", 20)
                .set("tau_minus", 30)
                .set("Wmax", 100);
        Experiment experiment =
                pair(pre, post, stdp).recordWeights("plastic", 0.5).simulate(RunSettings.DEFAULT.withDurationMs(80));
        org.ganglion.simulator.SpikeList spikes = new org.ganglion.simulator.SpikeList();
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, spikes)) {
            simulation.runTo(experiment.settings().endStep());
        }
        List<Double> emitted = times(spikes.spikes(), 0);
        List<Double> fired = times(spikes.spikes(), 1);
        assertEquals(pre.size(), emitted.size());
        assertEquals(post.size(), fired.size());
        Samples samples = run(experiment, 2);
        assertEquals(160, samples.all.size());
        double before = 40;
        int changes = 0;
        for (int n = 1; n <= 160; n++) {
            double expected = additive(emitted, fired, 0.5 * n);
            List<Float> found = samples.all.get(new Sample(0, 5L * n - 1, 0));
            assertEquals(1, found.size());
            assertEquals(expected, found.getFirst(), 1e-5 * expected, "at " + 0.5 * n + " ms");
            changes += expected != before ? 1 : 0;
            before = expected;
        }
        assertEquals(
                6 + 6,
                changes,
                "each presynaptic spike changes the weight, and each postsynaptic one after the first of them");
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, Recording.NONE)) {
            simulation.runTo(experiment.settings().endStep());
            double[] weights = simulation.weights("plastic").weights();
            assertArrayEquals(new double[] {additive(emitted, fired, 80)}, weights, 1e-10);
            assertArrayEquals(new double[] {1.5}, simulation.weights("plastic").delaysMs());
            String message = assertThrows(IllegalArgumentException.class, () -> simulation.weights("plastik"))
                    .getMessage();
            assertTrue(message.contains("did you mean \"plastic\""), message);
        }
    }

    private static List<Double> times(long[] spikes, int neuron) {
        return Arrays.stream(spikes)
                .filter(spike -> (int) spike == neuron)
                .mapToObj(spike -> ((spike >>> 32) + 1) / 10.0)
                .toList();
    }

    /** All rules, several tables of one projection, static synapses; what is sampled last is what there is at the end. */
    private static void assertSameForAnyGroups(Experiment circuit) throws Exception {
        List<Recorder> recorders = new ArrayList<>();
        for (Projection projection : circuit.network().projections()) {
            recorders.add(new Recorder.Weights("w" + recorders.size(), projection.name(), 6));
        }
        Experiment experiment = with(circuit, recorders.toArray(new Recorder[0]));
        Samples expected = run(experiment, 1);
        for (int groups : GROUPS) {
            Samples samples = new Samples(experiment);
            try (PlainSimulation simulation = PlainSimulation.build(experiment, groups, samples)) {
                simulation.runTo(circuit.settings().endStep());
                assertEquals(expected.all, samples.all, groups + " groups");
                SynapseWeights synapses = simulation.synapses();
                for (int r = 0; r < recorders.size(); r++) {
                    long last = circuit.settings().endStep() - 1;
                    assertEnd(expected, r, last, WeightMatrix.of(synapses, circuit.network(), r));
                }
            }
        }
    }

    private static void assertEnd(Samples samples, int recorder, long step, WeightMatrix end) {
        int synapses = 0;
        for (int target : end.chosen()) {
            int[] places = end.placesOf(target);
            List<Float> row = samples.all.getOrDefault(new Sample(recorder, step, target), List.of());
            assertEquals(places.length, row.size());
            for (int k = 0; k < places.length; k++) {
                assertEquals(row.get(k), (float) end.weights()[places[k]], "recorder " + recorder + " at " + target);
                assertEquals(target, end.targets()[places[k]]);
            }
            synapses += places.length;
        }
        assertEquals(end.size(), synapses);
        for (int i = 1; i < end.size(); i++) {
            int bySource = Integer.compare(end.sources()[i - 1], end.sources()[i]);
            assertTrue(bySource < 0 || (bySource == 0 && end.targets()[i - 1] <= end.targets()[i]), "sorted");
        }
    }

    @Test
    void weightsOfPairRulesAreTheSameForAnyGroups() throws Exception {
        assertSameForAnyGroups(PlasticCircuit.of(
                RunSettings.DEFAULT.withSeed(5).withWarmUpMs(10).withDurationMs(80)));
    }

    @Test
    void weightsOfEverySynapseModelAreTheSameForAnyGroups() throws Exception {
        assertSameForAnyGroups(SynapseCircuit.of(
                RunSettings.DEFAULT.withSeed(5).withWarmUpMs(10).withDurationMs(80)));
    }

    @Test
    void chosenSynapsesAreSampledAtTheTimesAskedFor() throws Exception {
        Experiment circuit = PlasticCircuit.of(
                RunSettings.DEFAULT.withSeed(5).withWarmUpMs(10).withDurationMs(50));
        Selection sources = new Selection.Slice(50, 200);
        Selection targets = new Selection.Listed(List.of(300, 3, 31, 32, 64));
        Recorder always = new Recorder.Weights("always", "additive", 0.7);
        Recorder some = new Recorder.Weights("some", "additive", sources, targets, 0.7, 20, 41);
        Recorder end = new Recorder.Weights("end", "additive", EVER);
        Experiment experiment = with(circuit, always, end, some);
        for (int groups : GROUPS) {
            Samples samples = run(experiment, groups);
            WeightMatrix all = samples.chosen.getFirst();
            List<Long> steps = samples.all.keySet().stream()
                    .filter(s -> s.recorder() == 2)
                    .map(Sample::step)
                    .distinct()
                    .toList();
            // At 0.7 n ms, after 20 ms and until 41 ms: 20.3, 21.0, ... 40.6, at the ends of steps 202 ... 405.
            List<Long> wanted = new ArrayList<>();
            for (long tenths = 203; tenths <= 410; tenths += 7) {
                wanted.add(tenths - 1);
            }
            assertEquals(wanted, steps);
            assertEquals(
                    0,
                    samples.all.keySet().stream().filter(s -> s.recorder() == 1).count());
            // The warm-up is over at 10 ms, and the next multiple of 0.7 ms is 10.5 ms.
            assertEquals(104, samples.all.firstKey().step());
            for (long step : wanted) {
                for (int target : targets.indices(320)) {
                    List<Float> row = samples.all.get(new Sample(0, step, target));
                    List<Float> expected = new ArrayList<>();
                    int[] places = all.placesOf(target);
                    for (int k = 0; k < places.length; k++) {
                        int source = all.sources()[places[k]];
                        if (source >= 50 && source < 200) {
                            expected.add(row.get(k));
                        }
                    }
                    assertTrue(expected.size() > 5 && expected.size() < row.size());
                    assertEquals(expected, samples.all.get(new Sample(2, step, target)));
                }
            }
        }
    }

    @Test
    void statesTellTheSameWeightsAsTheGroupsThemselves() throws Exception {
        for (Experiment experiment : List.of(
                PlasticCircuit.of(RunSettings.DEFAULT.withSeed(5).withDurationMs(60)),
                SynapseCircuit.of(RunSettings.DEFAULT.withSeed(5).withDurationMs(60)))) {
            BuiltNetwork built = BuiltNetwork.build(experiment, 3, 1, Recording.NONE);
            new ShuffledDriver(built.groups(), 1, UnaryOperator.identity()).runTo(600);
            List<GroupState> states = built.groups().stream()
                    .map(g -> g.state(new SpikeBuffer().take(g.number(), 600)))
                    .toList();
            PlannedSynapses ofStates = PlannedSynapses.ofStates(NetworkPlan.of(experiment, 2), states);
            PlannedSynapses without = PlannedSynapses.ofStates(NetworkPlan.of(experiment, 2), states.subList(1, 3));
            int unknown = 0;
            SynapseWeights now = built.synapses();
            for (int p = 0; p < experiment.network().projections().size(); p++) {
                WeightMatrix live = WeightMatrix.of(now, experiment.network(), p);
                WeightMatrix saved = WeightMatrix.of(ofStates, experiment.network(), p);
                assertArrayEquals(live.sources(), saved.sources());
                assertArrayEquals(live.weights(), saved.weights(), "projection " + p);
                double[] partly =
                        WeightMatrix.of(without, experiment.network(), p).weights();
                for (int i = 0; i < partly.length; i++) {
                    unknown += Double.isNaN(partly[i]) ? 1 : 0;
                    assertTrue(Double.isNaN(partly[i]) || partly[i] == live.weights()[i]);
                }
            }
            assertTrue(unknown > 100, "weights of a group that is lost are not known");
        }
    }

    /** Weights that follow from distance are those that plastic synapses begin with, and go on from. */
    @Test
    void weightsByDistanceArePlasticToo() throws Exception {
        OfDistance falling = new OfDistance("falling", d -> 80 * StrictMath.exp(-d / 0.3));
        Synapse depressing = Synapse.of("stdp_synapse")
                .set("lambda", 0.1)
                .set("alpha", 1)
                .set("mu_plus", 0)
                .set("mu_minus", 1)
                .set("tau_minus", 30)
                .set("Wmax", 100);
        Experiment experiment = NetworkBuilder.named("sheet")
                .population("pre", 100, "parrot_neuron", p -> p.at(GridPositions.of(10, 10)))
                .population("post", 100, "iaf_psc_delta", p -> p.at(GridPositions.of(10, 10))
                        .set("V_th", 1e4)
                        .set("t_ref", 0.1))
                .stimulate(new Stimulus.SpikeTrain("pre", "pre", Selection.ALL, List.of(20.0), 1, 0))
                .stimulate(new Stimulus.SpikeTrain("post", "post", Selection.ALL, List.of(10.0), 1e5, 0))
                .project(new Projection(
                        "plastic",
                        "pre",
                        "post",
                        new AllToAll(true),
                        weight(falling).value(),
                        delayMs(1).valueMs(),
                        depressing))
                .recordWeights("plastic", 30)
                .recordSpikes("pre")
                .recordSpikes("post")
                .simulate(RunSettings.DEFAULT.withDurationMs(40));
        for (int groups : GROUPS) {
            org.ganglion.simulator.SpikeList spikes = new org.ganglion.simulator.SpikeList();
            try (PlainSimulation simulation = PlainSimulation.build(experiment, groups, spikes)) {
                simulation.runTo(100);
                assertDistances(simulation.weights("plastic"), falling, 1);
                simulation.runTo(400);
                // One postsynaptic spike, then a presynaptic one: w loses lambda w K-, K- as it was a delay before.
                double sinceMs = times(spikes.spikes(), 0).getFirst()
                        - 1
                        - times(spikes.spikes(), 100).getFirst();
                assertDistances(simulation.weights("plastic"), falling, 1 - 0.1 * Math.exp(-sinceMs / 30));
            }
            Samples samples = run(experiment, groups);
            assertEquals(100, samples.all.size());
            assertTrue(Double.isNaN(samples.chosen.getFirst().weights()[0]), "not known from the plan alone");
        }
    }

    private static void assertDistances(WeightMatrix matrix, OfDistance initial, double factor) {
        assertEquals(100 * 100, matrix.size());
        for (int i = 0; i < matrix.size(); i++) {
            // Both populations lie on the same grid of 10 by 10 in the unit square.
            int s = matrix.sources()[i];
            int t = matrix.targets()[i];
            double distance = Math.hypot(0.1 * (s / 10 - t / 10), 0.1 * (s % 10 - t % 10));
            double expected = initial.at(distance) * factor;
            assertEquals(expected, matrix.weights()[i], 1e-9 * expected, s + " -> " + t);
        }
    }

    @Test
    void mistakesAreToldWithTheirPlace() {
        NetworkBuilder builder = pair(List.of(5.0), List.of(6.0), Synapse.of("stdp_synapse"))
                .recordWeights("plastik", 1)
                .recordWeights("plastic", 0.25)
                .record(new Recorder.Weights(
                        "none", "plastic", new Selection.Slice(3, 3), new Selection.Slice(0, 2), 0.05, 10, 5));
        String message = assertThrows(InvalidNetworkException.class, () -> builder.simulate(RunSettings.DEFAULT))
                .getMessage();
        assertTrue(
                message.contains(
                        "recorders.weights-plastik.projection: unknown projection \"plastik\" (allowed: plastic);"
                                + " did you mean \"plastic\"?"),
                message);
        assertTrue(message.contains("recorders.weights-plastic.interval: 0.25 ms is not a multiple"), message);
        assertTrue(message.contains("recorders.none.sources: no neuron is chosen"), message);
        assertTrue(message.contains("recorders.none.targets: neurons 0..1 are not all there"), message);
        assertTrue(message.contains("recorders.none.interval: 0.05 ms is not a multiple"), message);
        assertTrue(message.contains("recorders.none.stop: 5 ms is not after the start"), message);
    }

    @Test
    void aRecorderThatChoosesNoSynapseIsRefused() {
        NetworkBuilder builder = NetworkBuilder.named("diagonal")
                .population("a", 40, "parrot_neuron")
                .population("b", 40, "parrot_neuron")
                .project("a", "b", new OneToOne(), weight(1), delayMs(1))
                .record(new Recorder.Weights(
                        "off", "a-b", new Selection.Slice(0, 5), new Selection.Slice(5, 40), EVER, 0, EVER));
        Experiment experiment = builder.simulate(RunSettings.DEFAULT);
        String message = assertThrows(InvalidNetworkException.class, () -> NetworkPlan.of(experiment, 2))
                .getMessage();
        assertEquals(
                "recorders.off: no synapse of a-b is chosen, of 40; choose other sources or targets", message.strip());
    }
}
