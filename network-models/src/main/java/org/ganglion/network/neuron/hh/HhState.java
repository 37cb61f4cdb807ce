package org.ganglion.network.neuron.hh;

import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.part.DoubleWords;

/** The neurons of a slice of {@link HhPscAlpha}. */
final class HhState implements NeuronState {
    private final HhCells cells;
    private final HhStep.Stage stage = new HhStep.Stage();
    private final HhStepVector vectors;
    private final boolean vector;
    private final double[][] saved;

    HhState(HhCells cells, boolean vector) {
        this.cells = cells;
        this.vectors = new HhStepVector(cells);
        this.vector = vector;
        this.saved = new double[][] {
            cells.v(),
            cells.m(),
            cells.h(),
            cells.n(),
            cells.excitatory().pA(),
            cells.inhibitory().pA(),
            cells.excitatory().rise(),
            cells.inhibitory().rise()
        };
    }

    @Override
    public void begin(long step) {
        cells.refractory().begin(step);
    }

    @Override
    public void step(int first, int end, float[][] input, long[] fired) {
        if (vector) {
            vectors.step(first, end, input, fired);
        } else {
            HhStep.step(first, end, cells, stage, input, fired);
        }
        for (int word = first >>> 6; word < end >>> 6; word++) {
            for (long bits = fired[word]; bits != 0; bits &= bits - 1) {
                cells.refractory().hold((word << 6) + Long.numberOfTrailingZeros(bits));
            }
        }
    }

    @Override
    public void setCurrent(int neuron, double currentPa) {
        cells.direct().set(neuron, currentPa);
    }

    /** The variables of the description come first among what is saved. */
    @Override
    public float value(int variable, int neuron) {
        return (float) saved[variable][neuron];
    }

    @Override
    public int stateWords() {
        return 1 + DoubleWords.WORDS * saved.length;
    }

    @Override
    public void copyState(int neuron, int[] target, int offset) {
        target[offset] = cells.refractory().remaining(neuron);
        DoubleWords.put(saved, neuron, target, offset + 1);
    }

    @Override
    public void restoreState(long nextStep, int neuron, int[] source, int offset) {
        cells.refractory().restore(nextStep, neuron, source[offset]);
        DoubleWords.get(saved, neuron, source, offset + 1);
    }
}
