package org.ganglion.simulator.stimulus;

import java.util.Arrays;
import org.ganglion.network.RunSettings;
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
        private final long[] sorted; // as event makes them, none below 0
        private int next;

        private Events(long[] sorted) {
            this.sorted = sorted;
        }

        /** A spike as one number: its step in the upper half, the neuron's index in the slice in the lower one. */
        private static long event(long step, int neuron) {
            return step << 32 | neuron;
        }

        /** Spikes as they are found, in any order. */
        static final class Draft {
            private final long[] events;
            private int count;

            /** @param most how many are added at most */
            Draft(int most) {
                events = new long[most];
            }

            /** Adds a spike, unless no run has its step: beyond 31 bits, steps would be taken for others. */
            void add(long step, int neuron) {
                if (step >= 0 && step < RunSettings.MOST_STEPS) {
                    events[count++] = event(step, neuron);
                }
            }

            Events sorted() {
                Arrays.sort(events, 0, count);
                return new Events(count == events.length ? events : Arrays.copyOf(events, count));
            }
        }

        private long stepOf(int event) {
            return sorted[event] >> 32;
        }

        /** Whether all spikes come before a step. */
        boolean over(long step) {
            return sorted.length == 0 || stepOf(sorted.length - 1) < step;
        }

        /** Goes to the spikes of a step. */
        void begin(long step) {
            boolean here = (next == 0 || stepOf(next - 1) < step) && (next == sorted.length || stepOf(next) >= step);
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
            return next == sorted.length || stepOf(next) != step;
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
