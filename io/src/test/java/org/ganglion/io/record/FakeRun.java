package org.ganglion.io.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ganglion.io.TestExperiments;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.Recording;

/**
 * Feeds a recording what a run of given activity would, for any split of the network into groups.
 *
 * @param spikes neurons that spike in each step, {@code [step][spike]}
 */
record FakeRun(Experiment experiment, int[][] spikes) {

    /** Random spikes; every neuron of the first {@code active} spikes with the same probability, sometimes twice. */
    static FakeRun random(Experiment experiment, int active, double probability, long seed) {
        Random random = new Random(seed);
        int[][] spikes = new int[(int) experiment.settings().endStep()][];
        for (int step = 0; step < spikes.length; step++) {
            spikes[step] = random.ints(0, active)
                    .limit(random.nextInt(1 + (int) (2 * active * probability)))
                    .toArray();
        }
        return new FakeRun(experiment, spikes);
    }

    /** Value of a sampled variable: tells neuron, variable and step apart. */
    static float value(int neuron, int variable, long step) {
        return neuron + 0.25f * variable + step / 1024f;
    }

    /** Records everything with so many groups, one after the other, until each has reached its own end. */
    void record(Recording recording, int groups, long... ends) throws IOException {
        List<Recorder.State> states = RunMerge.stateRecorders(experiment.network());
        int[] group = TestExperiments.partOf((int) experiment.network().neurons(), groups);
        for (int g = groups - 1; g >= 0; g--) {
            List<int[]> sampled = new ArrayList<>();
            for (Recorder.State state : states) {
                sampled.add(sampled(state, group, g));
            }
            long end = ends.length == 0 ? spikes.length : ends[g % ends.length];
            write(recording.open(g, sampled), states, sampled, group, g, end);
        }
    }

    private int[] sampled(Recorder.State state, int[] group, int g) {
        int population = experiment.network().populationIndex(state.population());
        int offset = org.ganglion.io.hdf5.PopulationOffsets.of(experiment.network())[population];
        int size = experiment.network().populations().get(population).size();
        return Arrays.stream(state.neurons().indices(size))
                .filter(i -> group[offset + i] == g)
                .toArray();
    }

    private void write(
            Recording.Part part, List<Recorder.State> states, List<int[]> sampled, int[] group, int g, long end)
            throws IOException {
        for (int step = 0; step < end; step++) {
            int[] own = Arrays.stream(spikes[step]).filter(n -> group[n] == g).toArray();
            int[] longer = Arrays.copyOf(own, own.length + 3);
            Arrays.fill(longer, own.length, longer.length, -1); // what lies behind count must not be read
            if (step >= experiment.settings().warmUpSteps()) {
                part.spikes(step, longer, own.length);
            }
            for (int r = 0; r < states.size(); r++) {
                long every = Math.round(
                        states.get(r).intervalMs() / experiment.settings().dtMs());
                if ((step + 1) % every == 0 && step >= experiment.settings().warmUpSteps()) {
                    part.sample(
                            r,
                            step,
                            row(sampled.get(r), states.get(r).variables().size(), step));
                }
            }
        }
    }

    private static float[] row(int[] neurons, int variables, int step) {
        float[] row = new float[neurons.length * variables];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(neurons[i / variables], i % variables, step);
        }
        return row;
    }
}
