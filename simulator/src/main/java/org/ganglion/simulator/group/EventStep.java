package org.ganglion.simulator.group;

import java.util.Arrays;
import org.ganglion.network.neuron.EventState;
import org.ganglion.simulator.stimulus.SliceInput;

/** A step of neurons to which something happens only when input arrives, in double precision. */
final class EventStep {
    private EventStep() {}

    /**
     * Hands what is due to neurons {@code first} to {@code first + count} of a slice.
     *
     * @param sums summed input in units of the receptor, that of the first neuron at {@code inTile}; cleared
     * @param scratch room for stimuli: {@code [receptor][count]}
     */
    static void step(
            Slice slice,
            EventState state,
            long step,
            int first,
            int count,
            long[] sums,
            int inTile,
            float[][] scratch) {
        double unit = slice.plan().receptors().get(0).unit();
        double[] input = slice.exactInput();
        for (int i = 0; i < count; i++) {
            input[i] = sums[inTile + i] * unit;
            sums[inTile + i] = 0;
        }
        SliceInput[] inputs = slice.inputs();
        for (int i = 0; i < inputs.length; i++) {
            inputs[i].addExact(step, first, count, input, scratch);
        }
        long[] fired = slice.fired();
        Arrays.fill(fired, first >>> 6, (first + count) >>> 6, 0);
        for (int i = 0; i < count; i++) {
            if (input[i] != 0 && state.receive(first + i, input[i])) {
                fired[(first + i) >>> 6] |= 1L << (first + i);
            }
        }
    }
}
