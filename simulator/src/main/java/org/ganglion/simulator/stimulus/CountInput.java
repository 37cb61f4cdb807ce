package org.ganglion.simulator.stimulus;

import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.random.CountDraw;
import org.ganglion.network.random.CountDrawVector;

/**
 * Spikes onto a slice whose number has one distribution for all neurons, which may change from step to step: a function of
 * (seed, stimulus, neuron, step). Adds to the same neurons in the same order as {@link PoissonInput} does.
 */
final class CountInput implements SliceInput {
    private final int receptor;
    private final float weight;
    private final Counts counts;
    private final DrawKeys keys;
    private final int firstBlock;
    private final int stride;
    private final Chosen chosen;
    private final long[] room;
    private boolean any;

    /**
     * @param firstBlock number, in its population, of the slice's first block of 32 neurons
     * @param stride distance to the next one
     * @param room scratch of {@link CountDrawVector}
     */
    CountInput(
            int receptor,
            float weight,
            Counts counts,
            DrawKeys keys,
            int firstBlock,
            int stride,
            Chosen chosen,
            long[] room) {
        this.receptor = receptor;
        this.weight = weight;
        this.counts = counts;
        this.keys = keys;
        this.firstBlock = firstBlock;
        this.stride = stride;
        this.chosen = chosen;
        this.room = room;
    }

    @Override
    public void begin(long step, NeuronState state) {
        any = counts.begin(step);
        if (any) {
            keys.need(counts.table().draws());
        }
    }

    @Override
    public boolean idle(long step) {
        return !any;
    }

    @Override
    public void add(long step, int first, int count, float[][] input) {
        if (!any) {
            return;
        }
        if (chosen.all()) {
            drawInto(step, first, count, input[receptor]);
            return;
        }
        java.util.Arrays.fill(chosen.scratch(), 0, count, 0);
        drawInto(step, first, count, chosen.scratch());
        chosen.addScratch(first, count, input[receptor]);
    }

    private void drawInto(long step, int first, int count, float[] target) {
        int block = firstBlock + first / 32 * stride;
        int draws = counts.table().draws();
        for (int d = 0; d < draws; d++) {
            long key = keys.key(d);
            long tieKey = keys.tieKey(d);
            if (SliceInput.plain(first, count)) {
                CountDraw.add(key, tieKey, counts.table(), step, block, stride, count / 32, weight, target, 0);
            } else {
                CountDrawVector.add(
                        key, tieKey, counts.table(), step, block, stride, count / 32, weight, target, 0, room);
            }
        }
    }
}
