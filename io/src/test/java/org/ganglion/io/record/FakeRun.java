package org.ganglion.io.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ganglion.io.TestExperiments;
import org.ganglion.io.hdf5.PopulationOffsets;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SampleTimes;

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
        for (int g = groups - 1; g >= 0; g--) {
            write(open(recording, g, groups), g, groups, 0, ends.length == 0 ? spikes.length : ends[g % ends.length]);
        }
    }

    /** Opens the part of one of so many groups. */
    Recording.Part open(Recording recording, int g, int groups) throws IOException {
        return recording.open(g, sampled(g, groups));
    }

    /** Records what one of so many groups does in steps {@code [first, end)}. */
    void write(Recording.Part part, int g, int groups, long first, long end) throws IOException {
        List<Recorder.State> states = RunMerge.stateRecorders(experiment.network());
        List<int[]> sampled = sampled(g, groups);
        int[] group = groupOf(groups);
        for (int step = (int) Math.max(first, experiment.settings().warmUpSteps()); step < end; step++) {
            int[] own = Arrays.stream(spikes[step]).filter(n -> group[n] == g).toArray();
            int[] longer = Arrays.copyOf(own, own.length + 3);
            Arrays.fill(longer, own.length, longer.length, -1); // what lies behind count must not be read
            if (experiment.network().recorders().stream().anyMatch(Recorder.Spikes.class::isInstance)) {
                part.spikes(step, longer, own.length);
            }
            count(part, step, own);
            for (int r = 0; r < states.size(); r++) {
                SampleTimes when =
                        SampleTimes.of(states.get(r), experiment.settings().dtMs());
                if (when.sampled(step)) {
                    part.sample(
                            r,
                            step,
                            row(sampled.get(r), states.get(r).variables().size(), step));
                }
            }
        }
    }

    /** Counts the spikes of some neurons for each recorder of rates. */
    private void count(Recording.Part part, int step, int[] own) throws IOException {
        double dtMs = experiment.settings().dtMs();
        List<Recorder.Rates> rates = RunMerge.rateRecorders(experiment.network());
        for (int r = 0; r < rates.size(); r++) {
            Recorder.Rates recorder = rates.get(r);
            int population = experiment.network().populationIndex(recorder.population());
            int offset = PopulationOffsets.of(experiment.network())[population];
            int size = experiment.network().populations().get(population).size();
            int count = 0;
            for (int neuron : recorder.neurons().indices(size)) {
                count += (int)
                        Arrays.stream(own).filter(n -> n == offset + neuron).count();
            }
            boolean open = step >= Math.round(recorder.startMs() / dtMs) && step < recorder.stopMs() / dtMs - 1e-6;
            if (count > 0 && open) {
                part.count(r, step, count);
            }
        }
    }

    private int[] groupOf(int groups) {
        return TestExperiments.partOf((int) experiment.network().neurons(), groups);
    }

    /** Neurons of one group that each state recorder samples. */
    private List<int[]> sampled(int g, int groups) {
        int[] group = groupOf(groups);
        int[] offsets = PopulationOffsets.of(experiment.network());
        List<int[]> sampled = new ArrayList<>();
        for (Recorder.State state : RunMerge.stateRecorders(experiment.network())) {
            int population = experiment.network().populationIndex(state.population());
            int size = experiment.network().populations().get(population).size();
            sampled.add(Arrays.stream(state.neurons().indices(size))
                    .filter(i -> group[offsets[population] + i] == g)
                    .toArray());
        }
        return sampled;
    }

    private static float[] row(int[] neurons, int variables, int step) {
        float[] row = new float[neurons.length * variables];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(neurons[i / variables], i % variables, step);
        }
        return row;
    }
}
