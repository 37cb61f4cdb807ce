package org.ganglion.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.NetworkCheck;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;

/** What recorders take, of whom and when. */
class RecorderTest {
    private static final double EVER = Double.POSITIVE_INFINITY;
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(3).withWarmUpMs(5).withDurationMs(35);
    private static final int[] GROUPS = {1, 2, 3, 7};

    /** Everything that was recorded. */
    private static final class Everything implements Recording {
        private final SpikeList list = new SpikeList();
        private final Map<Long, Integer> counts = new HashMap<>(); // recorder << 32 | step -> spikes

        @Override
        public Part open(int group, List<int[]> sampled) {
            Part part = list.open(group, sampled);
            return new Part() {
                @Override
                public void spikes(long step, int[] neurons, int count) throws IOException {
                    part.spikes(step, neurons, count);
                }

                @Override
                public void sample(int recorder, long step, float[] values) throws IOException {
                    part.sample(recorder, step, values);
                }

                @Override
                public void count(int recorder, long step, int spikes) {
                    counts.merge((long) recorder << 32 | step, spikes, Integer::sum);
                }
            };
        }
    }

    private static Everything run(List<Recorder> recorders, int groups) throws IOException, InterruptedException {
        Network network = MixedCircuit.of(SETTINGS).network();
        Experiment experiment = new Experiment(
                new Network(network.name(), network.populations(), network.projections(), network.stimuli(), recorders),
                SETTINGS);
        NetworkCheck.require(experiment);
        Everything everything = new Everything();
        try (PlainSimulation simulation = PlainSimulation.build(experiment, groups, everything)) {
            simulation.runTo(SETTINGS.endStep());
        }
        return everything;
    }

    /** Values of a recorder, {@code step << 32 | neuron} to the row of its variables. */
    private static Map<Long, float[]> samples(Everything everything, int recorder) {
        Map<Long, float[]> values = new HashMap<>();
        for (SpikeList.Sample sample : everything.list.samples()) {
            for (int i = 0; sample.recorder() == recorder && i < sample.neurons().length; i++) {
                int variables = sample.values().length / sample.neurons().length;
                float[] row = Arrays.copyOfRange(sample.values(), variables * i, variables * (i + 1));
                values.put(sample.step() << 32 | sample.neurons()[i], row);
            }
        }
        return values;
    }

    @Test
    void anyVariableOfAnyNeuronsIsSampledAtTheTimesAskedFor() throws Exception {
        for (Population population : MixedCircuit.of(SETTINGS).network().populations()) {
            List<String> variables = population.model().recordable(population.allParameters());
            if (variables.isEmpty()) {
                continue;
            }
            Selection some = new Selection.Listed(List.of(population.size() - 1, 3, 0, 17));
            Recorder always = new Recorder.State("always", population.name(), Selection.ALL, variables, 0.1);
            Recorder then = new Recorder.State("then", population.name(), some, variables.reversed(), 0.7, 0.3, 10, 30);
            for (int groups : GROUPS) {
                Everything everything = run(List.of(always, then), groups);
                Map<Long, float[]> all = samples(everything, 0);
                assertEquals(350L * population.size(), all.size());
                Map<Long, float[]> found = samples(everything, 1);
                TreeSet<Integer> steps = new TreeSet<>();
                found.forEach((key, row) -> {
                    float[] expected = all.get(key);
                    for (int v = 0; v < row.length; v++) {
                        assertEquals(expected[row.length - 1 - v], row[v], population.name() + " " + variables.get(v));
                    }
                    steps.add((int) (key >>> 32));
                });
                // At 0.3 + 0.7 n ms, after 10 ms and up to 30 ms: 10.1, 10.8, ... 29.7, at the ends of steps 100 ...
                // 296.
                List<Integer> wanted = new ArrayList<>();
                for (int tenths = 101; tenths <= 300; tenths += 7) {
                    wanted.add(tenths - 1);
                }
                assertEquals(wanted, List.copyOf(steps), population.name());
                assertEquals(4 * wanted.size(), found.size());
            }
        }
    }

    @Test
    void ratesCountTheSpikesThatSpikeRecordersTakeAndNeedNone() throws Exception {
        Selection some = new Selection.Slice(10, 60);
        List<Recorder> recorders = List.of(
                new Recorder.Rates("all", "fibres", Selection.ALL, 1),
                new Recorder.Spikes("s", "fibres", Selection.ALL),
                new Recorder.Rates("some", "fibres", some, 0.5, 12, 30),
                new Recorder.Rates("delta", "delta", Selection.ALL, 1));
        Everything reference = run(recorders, 1);
        Map<Long, Integer> expected = new HashMap<>();
        for (long spike : reference.list.spikes()) {
            long step = spike >>> 32;
            int neuron = (int) spike; // the fibres are the first population
            expected.merge(step, 1, Integer::sum);
            if (neuron >= 10 && neuron < 60 && step >= 120 && step < 300) {
                expected.merge(1L << 32 | step, 1, Integer::sum);
            }
        }
        assertTrue(expected.size() > 100);
        Map<Long, Integer> delta = new HashMap<>(reference.counts);
        delta.keySet().removeIf(key -> key >>> 32 != 2);
        assertTrue(delta.values().stream().mapToInt(i -> i).sum() > 50, "spikes that nobody records are counted");
        expected.putAll(delta);
        for (int groups : GROUPS) {
            assertEquals(expected, run(recorders, groups).counts, groups + " groups");
            List<Recorder> alone = List.of(recorders.get(0), recorders.get(2), recorders.get(3));
            Everything without = run(alone, groups);
            assertEquals(expected, without.counts, "without a recorder of spikes");
            assertEquals(0, without.list.spikes().length);
        }
    }

    @Test
    void spikesAreWrittenBetweenStartAndStop() throws Exception {
        long[] all = run(List.of(new Recorder.Spikes("s", "fibres", Selection.ALL)), 1)
                .list
                .spikes();
        List<Recorder> recorders = List.of(
                new Recorder.Spikes("early", "fibres", new Selection.Slice(0, 30), 0, 20),
                new Recorder.Spikes("late", "fibres", new Selection.Slice(20, 50), 15, EVER));
        long[] expected = Arrays.stream(all)
                .filter(spike -> {
                    long step = spike >>> 32;
                    int neuron = (int) spike;
                    return (neuron < 30 && step < 200) || (neuron >= 20 && neuron < 50 && step >= 150);
                })
                .toArray();
        assertTrue(expected.length > 100 && expected.length < all.length - 100);
        for (int groups : GROUPS) {
            assertArrayEquals(expected, run(recorders, groups).list.spikes(), groups + " groups");
        }
    }
}
