package org.ganglion.simulator.stimulus;

import org.ganglion.network.neuron.NeuronState;

/** Spikes that are the same for all neurons a stimulus reaches. */
final class CommonInput implements SliceInput {
    private final int receptor;
    private final float weight;
    private final Counts.Common counts;
    private final Chosen chosen;
    private float now;

    CommonInput(int receptor, float weight, Counts.Common counts, Chosen chosen) {
        this.receptor = receptor;
        this.weight = weight;
        this.counts = counts;
        this.chosen = chosen;
    }

    @Override
    public void begin(long step, NeuronState state) {
        now = weight * counts.count(step);
    }

    @Override
    public boolean idle(long step) {
        return now == 0;
    }

    @Override
    public void add(long step, int first, int count, float[][] input) {
        if (now == 0) {
            return;
        }
        if (chosen.all()) {
            float[] target = input[receptor];
            for (int i = 0; i < count; i++) {
                target[i] += now;
            }
            return;
        }
        java.util.Arrays.fill(chosen.scratch(), 0, count, now);
        chosen.addScratch(first, count, input[receptor]);
    }
}
