package org.ganglion.simulator.group;

import java.util.Arrays;
import java.util.List;
import org.ganglion.network.neuron.EventState;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.PopulationPlan;
import org.ganglion.simulator.plan.ReceptorPlan;
import org.ganglion.simulator.stimulus.SliceInput;
import org.ganglion.simulator.synapse.Sums;

/**
 * The neurons of one population in one group.
 *
 * @param offset number of its first neuron in the group, a multiple of 64
 * @param size neurons; arrays are padded to a multiple of 64
 * @param inputs of its stimuli; replaced where a stimulus changes
 * @param fired bit by neuron: who fired in the last step
 * @param exactInput room for the input of event-driven neurons: {@code [neuron of a chunk]}; empty for others
 * @param recorded whose spikes are written down
 * @param counters of the spikes of recorders of rates
 */
record Slice(
        PopulationPlan plan,
        Layout layout,
        int group,
        int offset,
        int size,
        NeuronState state,
        SliceInput[] inputs,
        long[] fired,
        double[] exactInput,
        List<SpikeFilter> recorded,
        List<SpikeCounter> counters,
        SpikeStatistics statistics) {

    int paddedSize() {
        return fired.length * 64;
    }

    int population() {
        return plan.index();
    }

    /** Index in its population of a neuron of the slice. */
    int neuron(int indexInSlice) {
        return layout.neuron(plan.index(), group, indexInSlice);
    }

    void begin(long step) {
        state.begin(step);
        for (SliceInput input : inputs) {
            input.begin(step, state);
        }
    }

    /**
     * Counts who fired in a step: in a loop of its own, so that what it fetches from memory is fetched side by side.
     *
     * @param neurons indices in the slice; only the first {@code count}
     */
    void countSpikes(int[] neurons, int count, long step) {
        boolean many = plan.atOnce() > 1;
        for (int i = 0; i < count; i++) {
            statistics.add(neurons[i], step, many ? state.multiplicity(neurons[i]) : 1);
        }
    }

    /**
     * Advances neurons {@code first} to {@code first + count}, both multiples of 64, by one step.
     *
     * @param sums summed input, that of the first of these neurons at {@code inTile}; cleared
     * @param input room for the converted input: {@code [receptor][count]}
     */
    void step(long step, int first, int count, Sums sums, int inTile, float[][] input) {
        if (state instanceof EventState events) {
            EventStep.step(this, events, step, first, count, sums.longs(0), inTile, input);
            return;
        }
        List<ReceptorPlan> receptors = plan.receptors();
        for (int r = 0; r < receptors.size(); r++) {
            ReceptorPlan receptor = receptors.get(r);
            if (receptor.inLong()) {
                InputScalar.take(sums.longs(r), inTile, count, receptor.unit(), input[r]);
            } else if (SliceInput.plain(first, count)) {
                InputScalar.take(sums.ints(r), inTile, count, (float) receptor.unit(), input[r]);
            } else {
                InputVector.take(sums.ints(r), inTile, count, (float) receptor.unit(), input[r]);
            }
        }
        for (int i = 0; i < inputs.length; i++) {
            inputs[i].add(step, first, count, input);
        }
        state.step(first, first + count, input, fired);
    }

    /** Whether nothing can happen in a step in which no synapse is due. */
    boolean restsIn(long step) {
        if (!state.restsWithoutInput()) {
            return false;
        }
        for (int i = 0; i < inputs.length; i++) {
            if (!inputs[i].idle(step)) {
                return false;
            }
        }
        return true;
    }

    /** Passes over a step of neurons {@code first} to {@code end}, in which nothing happens. */
    void rest(int first, int end) {
        Arrays.fill(fired, first >>> 6, end >>> 6, 0);
    }

    /** Words that {@link #copyState} writes: those of the model, then those of the stimuli in their order. */
    int stateWords() {
        int words = state.stateWords();
        for (SliceInput input : inputs) {
            words += input.stateWords();
        }
        return words;
    }

    /** Writes everything that decides the future of one neuron; independent of slices and groups. */
    void copyState(int indexInSlice, int[] target, int offset) {
        state.copyState(indexInSlice, target, offset);
        int at = offset + state.stateWords();
        for (SliceInput input : inputs) {
            input.copyState(indexInSlice, target, at);
            at += input.stateWords();
        }
    }

    /** Puts back what {@link #copyState} wrote at the end of step {@code nextStep - 1}. */
    void restoreState(long nextStep, int indexInSlice, int[] source, int offset) {
        state.restoreState(nextStep, indexInSlice, source, offset);
        int at = offset + state.stateWords();
        for (SliceInput input : inputs) {
            input.restoreState(indexInSlice, source, at);
            at += input.stateWords();
        }
    }

    /** Which neurons of a word of 64 fired; padding neurons never do. */
    long fired(int word) {
        int valid = size - word * 64;
        return valid >= 64 ? fired[word] : fired[word] & ((1L << valid) - 1);
    }
}
