package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ganglion.simulator.Recording;

/** Gathers what the recorders want of one group, and hands it to its part of the recording once a step. */
final class GroupRecorder {

    /**
     * One state recorder.
     *
     * @param slice position of the slice it samples among the group's, -1 if it samples none
     * @param neurons indices in the slice
     * @param variables positions in the model's description
     */
    record Probe(int slice, int[] neurons, int[] variables, long intervalSteps, float[] values) {}

    private final Recording.Part part;
    private final List<Probe> probes;
    private int[] neurons = new int[64];
    private int count;

    GroupRecorder(Recording.Part part, List<Probe> probes) {
        this.part = part;
        this.probes = List.copyOf(probes);
    }

    /** Takes a spike of a recorded neuron, by its index in the network. */
    void spike(int neuron, int multiplicity) {
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
        for (int p = 0; p < probes.size(); p++) {
            Probe probe = probes.get(p);
            if (probe.slice() >= 0 && (step + 1) % probe.intervalSteps() == 0) {
                sample(p, probe, step, slices.get(probe.slice()));
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
