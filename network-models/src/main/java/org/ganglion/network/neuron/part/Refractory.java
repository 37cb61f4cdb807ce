package org.ganglion.network.neuron.part;

import java.util.Arrays;
import org.ganglion.network.neuron.Columns;

/**
 * Which neurons of a slice are refractory, and until when.
 *
 * <p>The step reads one bit per neuron and no counter. A neuron that fires is put into the list of the step in which it
 * is released. Lists are arrays that only grow: in a chain, who comes next would have to be fetched from memory first.
 */
public final class Refractory {
    /** Longer periods go round the ring of lists more than once. */
    private static final int MOST_SLOTS = 4096;

    private static final int FIRST_ROOM = 16;
    private static final int[] NONE = {};

    /** Refractory neurons: bit {@code neuron & 63} of word {@code neuron >>> 6}. */
    public final long[] held;

    /** Length of the period in steps, {@code [neuron & periodMask]}. */
    private final int[] period;

    private final int periodMask;

    /** First step in which a held neuron is free again, {@code [neuron]}. */
    private final long[] freeAt;

    /** Neurons that are released in a step, {@code [step & (slots - 1)][..]}. */
    private final int[][] lists;

    /** How many they are, {@code [step & (slots - 1)]}. */
    private final int[] counts;

    /** Whether some have to go round the ring once more. */
    private final boolean longer;

    private long step = -1;

    /** Periods are those of the parameter {@code t_ref}, rounded to the nearest step. */
    public Refractory(Columns columns, double dtMs) {
        int size = columns.paddedSize();
        boolean drawn = columns.drawn("t_ref");
        period = new int[drawn ? size : 1];
        periodMask = drawn ? -1 : 0;
        for (int i = 0; i < period.length; i++) {
            period[i] = (int) Math.min(Integer.MAX_VALUE, Math.round(columns.parameter("t_ref", i) / dtMs));
        }
        held = new long[size >>> 6];
        freeAt = new long[size];
        int longest = Arrays.stream(period).max().orElse(0);
        int needed = Math.min(MOST_SLOTS, Math.max(1, longest) + 1);
        counts = new int[Integer.highestOneBit(needed) << 1];
        lists = new int[counts.length][];
        Arrays.fill(lists, NONE);
        longer = longest >= counts.length;
    }

    /** Starts a step, and releases the neurons whose period is over. Steps must follow each other without gaps. */
    public void begin(long nextStep) {
        step = nextStep;
        int slot = slot(nextStep);
        int count = counts[slot];
        int[] list = lists[slot];
        counts[slot] = 0;
        for (int i = 0; i < count; i++) {
            int neuron = list[i];
            if (longer && freeAt[neuron] > nextStep) {
                push(slot, neuron); // into a place that has been read
            } else {
                held[neuron >>> 6] &= ~(1L << neuron);
            }
        }
    }

    /** Holds a neuron that has fired in this step for its period. */
    public void hold(int neuron) {
        int steps = period[neuron & periodMask];
        if (steps == 0) {
            return;
        }
        held[neuron >>> 6] |= 1L << neuron;
        freeAt[neuron] = step + steps + 1;
        push(slot(freeAt[neuron]), neuron);
    }

    /** Whether a neuron is held at all after a spike: its period is at least half a step. */
    public boolean holds(int neuron) {
        return period[neuron & periodMask] > 0;
    }

    /** Steps that a neuron will still be held after the last one; 0 when it is free in the next. */
    public int remaining(int neuron) {
        boolean isHeld = (held[neuron >>> 6] >>> neuron & 1) != 0;
        return isHeld ? (int) (freeAt[neuron] - 1 - step) : 0;
    }

    /** Puts back a neuron of which {@link #remaining} steps were left before {@code nextStep}; none must have been stepped. */
    public void restore(long nextStep, int neuron, int remaining) {
        step = nextStep - 1;
        if (remaining > 0) {
            held[neuron >>> 6] |= 1L << neuron;
            freeAt[neuron] = nextStep + remaining;
            push(slot(freeAt[neuron]), neuron);
        }
    }

    private int slot(long atStep) {
        return (int) (atStep & (counts.length - 1));
    }

    private void push(int slot, int neuron) {
        int count = counts[slot]++;
        if (count == lists[slot].length) {
            lists[slot] = Arrays.copyOf(lists[slot], Math.max(FIRST_ROOM, 2 * count));
        }
        lists[slot][count] = neuron;
    }
}
