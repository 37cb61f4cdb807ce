package org.ganglion.simulator.stimulus;

import java.util.Arrays;
import org.ganglion.network.neuron.NeuronState;

/** Spikes at given steps onto given neurons of a slice. */
final class EventInput implements SliceInput {
    private final int receptor;
    private final double weight;
    private final Events events;

    EventInput(int receptor, double weight, Events events) {
        this.receptor = receptor;
        this.weight = weight;
        this.events = events;
    }

    /** Spikes in the order of steps and neurons, which are read in that order, from any step on. */
    static final class Events {
        private final long[] sorted;
        private int next;

        /** @param sorted as {@link #event} makes them */
        Events(long[] sorted) {
            this.sorted = sorted;
        }

        /** A spike as one number: its step in the upper half, the neuron's index in the slice in the lower one. */
        static long event(long step, int neuron) {
            return step << 32 | neuron;
        }

        /** Whether all spikes come before a step. */
        boolean over(long step) {
            return sorted.length == 0 || sorted[sorted.length - 1] >>> 32 < step;
        }

        /** Goes to the spikes of a step. */
        void begin(long step) {
            boolean here = (next == 0 || sorted[next - 1] >>> 32 < step)
                    && (next == sorted.length || sorted[next] >>> 32 >= step);
            if (!here) {
                int found = Arrays.binarySearch(sorted, event(step, 0));
                next = found < 0 ? -found - 1 : found;
                while (next > 0 && sorted[next - 1] == event(step, 0)) {
                    next--;
                }
            }
        }

        /** Whether there are none in the step that was begun last, or none are left. */
        boolean idle(long step) {
            return next == sorted.length || sorted[next] >>> 32 != step;
        }

        /** Adds a weight for each spike of a step onto the neurons from {@code first} on; to be called in their order. */
        void add(long step, int first, int count, float weight, float[] target) {
            long begin = event(step, first);
            while (next < sorted.length && sorted[next] - begin < count) {
                target[(int) (sorted[next++] - begin)] += weight;
            }
        }

        /** Likewise in double precision. */
        void addExact(long step, int first, int count, double weight, double[] target) {
            long begin = event(step, first);
            while (next < sorted.length && sorted[next] - begin < count) {
                target[(int) (sorted[next++] - begin)] += weight;
            }
        }
    }

    @Override
    public void begin(long step, NeuronState state) {
        events.begin(step);
    }

    @Override
    public boolean idle(long step) {
        return events.idle(step);
    }

    @Override
    public void addExact(long step, int first, int count, double[] input, float[][] scratch) {
        events.addExact(step, first, count, weight, input);
    }

    @Override
    public void add(long step, int first, int count, float[][] input) {
        events.add(step, first, count, (float) weight, input[receptor]);
    }
}
