package org.ganglion.simulator.stimulus;

import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.random.PoissonDraw;
import org.ganglion.network.random.PoissonDrawVector;
import org.ganglion.network.random.PoissonTable;

/**
 * Poisson spikes onto a slice, drawn where they are needed: a function of (seed, stimulus, neuron, step).
 *
 * @param keys one for each draw of which a step's count is the sum, and as many that break ties
 * @param firstBlock number, in its population, of the slice's first block of 32 neurons
 * @param stride distance to the next one
 * @param room scratch of {@link PoissonDrawVector}
 */
record PoissonInput(
        int receptor,
        float weight,
        PoissonTable table,
        long[] keys,
        long[] tieKeys,
        int firstBlock,
        int stride,
        long startStep,
        long endStep,
        Chosen chosen,
        long[] room)
        implements SliceInput {

    @Override
    public void begin(long step, NeuronState state) {}

    @Override
    public boolean idle(long step) {
        return step < startStep || step >= endStep;
    }

    @Override
    public void add(long step, int first, int count, float[][] input) {
        if (idle(step)) {
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
        for (int draw = 0; draw < keys.length; draw++) {
            if (SliceInput.plain(first, count)) {
                PoissonDraw.add(keys[draw], tieKeys[draw], table, step, block, stride, count / 32, weight, target, 0);
            } else {
                PoissonDrawVector.add(
                        keys[draw], tieKeys[draw], table, step, block, stride, count / 32, weight, target, 0, room);
            }
        }
    }
}
