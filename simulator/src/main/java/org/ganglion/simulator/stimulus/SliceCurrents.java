package org.ganglion.simulator.stimulus;

import java.util.Arrays;
import java.util.List;
import org.ganglion.network.neuron.NeuronState;

/**
 * The currents that stimuli inject into the neurons of a slice. They are summed in the order of the stimuli, for all neurons
 * that a change can have reached, and handed on together.
 */
final class SliceCurrents implements SliceInput {
    private final List<CurrentSource> sources;
    private final double[][] parts; // [source][neuron]
    private final double[] totals;
    private final int[] first; // [source]: the first neuron that it reaches
    private final int[] end; // [source]: behind the last one
    private boolean anew = true;

    /** @param neurons of the slice */
    SliceCurrents(List<CurrentSource> sources, int neurons) {
        this.sources = List.copyOf(sources);
        this.parts = new double[sources.size()][neurons];
        this.totals = new double[neurons];
        this.first = new int[sources.size()];
        this.end = new int[sources.size()];
        for (int s = 0; s < first.length; s++) {
            int[] reached = sources.get(s).neurons();
            first[s] = reached.length == 0 ? 0 : reached[0];
            end[s] = reached.length == 0 ? 0 : reached[reached.length - 1] + 1;
        }
    }

    @Override
    public void begin(long step, NeuronState state) {
        int from = totals.length;
        int to = 0;
        for (int s = 0; s < parts.length; s++) {
            if (end[s] > 0 && (anew || sources.get(s).changes(step))) {
                sources.get(s).fill(step, parts[s]);
                from = Math.min(from, first[s]);
                to = Math.max(to, end[s]);
            }
        }
        anew = false;
        if (from < to) {
            Arrays.fill(totals, from, to, 0);
            for (double[] part : parts) {
                add(part, totals, from, to);
            }
            state.setCurrents(from, to, totals);
        }
    }

    private static void add(double[] part, double[] totals, int from, int to) {
        for (int i = from; i < to; i++) {
            totals[i] += part[i];
        }
    }

    @Override
    public void restore(long nextStep, NeuronState state) {
        anew = true;
    }

    @Override
    public boolean idle(long step) {
        return true;
    }

    @Override
    public void add(long step, int firstNeuron, int count, float[][] input) {}
}
