package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SampleTimes;

/** Gathers what the recorders want of one group, and hands it to its part of the recording once a step. */
final class GroupRecorder {

    /**
     * One state recorder.
     *
     * @param slice position of the slice it samples among the group's, -1 if it samples none
     * @param neurons indices in the slice
     * @param variables positions in the model's description
     */
    record Probe(int slice, int[] neurons, int[] variables, SampleTimes when, float[] values) {}

    private final Recording.Part part;
    private final List<Probe> probes;
    private final List<WeightProbe> weights;
    private int[] neurons = new int[64];
    private int count;

    GroupRecorder(Recording.Part part, List<Probe> probes, List<WeightProbe> weights) {
        this.part = part;
        this.probes = List.copyOf(probes);
        this.weights = List.copyOf(weights);
    }

    /**
     * Takes the spikes of a neuron in a step, as far as recorders want them.
     *
     * @param index of the neuron in the slice
     * @param inNetwork its index in the network
     */
    void spike(Slice slice, int index, int inNetwork, long step, int multiplicity) {
        for (int i = 0; i < slice.counters().size(); i++) {
            slice.counters().get(i).spike(index, step, multiplicity);
        }
        boolean written = false;
        for (int i = 0; i < slice.recorded().size() && !written; i++) {
            written = slice.recorded().get(i).takes(index, step);
        }
        if (written) {
            write(inNetwork, multiplicity);
        }
    }

    private void write(int neuron, int multiplicity) {
        for (int i = 0; i < multiplicity; i++) {
            if (count == neurons.length) {
                neurons = Arrays.copyOf(neurons, 2 * count);
            }
            neurons[count++] = neuron;
        }
    }

    void endStep(long step, List<Slice> slices) throws IOException {
        if (count > 0) {
            part.spikes(step, neurons, count);
            count = 0;
        }
        for (int s = 0; s < slices.size(); s++) {
            counts(step, slices.get(s));
        }
        for (int p = 0; p < probes.size(); p++) {
            Probe probe = probes.get(p);
            if (probe.slice() >= 0 && probe.when().sampled(step)) {
                sample(p, probe, step, slices.get(probe.slice()));
            }
        }
        for (int w = 0; w < weights.size(); w++) {
            weights.get(w).endStep(step, part);
        }
        part.reached(step + 1);
    }

    private void counts(long step, Slice slice) throws IOException {
        for (int i = 0; i < slice.counters().size(); i++) {
            SpikeCounter counter = slice.counters().get(i);
            int spikes = counter.take();
            if (spikes > 0) {
                part.count(counter.recorder(), step, spikes);
            }
        }
    }

    void flush(boolean durable) throws IOException {
        part.flush(durable);
    }

    void close() throws IOException {
        part.close();
    }

    private void sample(int recorder, Probe probe, long step, Slice slice) throws IOException {
        int i = 0;
        for (int neuron : probe.neurons()) {
            for (int variable : probe.variables()) {
                probe.values()[i++] = slice.state().value(variable, neuron);
            }
        }
        part.sample(recorder, step, probe.values());
    }
}
