package org.ganglion.simulator.plastic;

import java.util.Arrays;
import org.ganglion.network.synapse.Modulation;

/**
 * When the spikes of a signal acted, as far as some synapse still needs to know, each time with the traces just after it;
 * and how many of those on their way will act when.
 *
 * <p>The first entry is the last one that all synapses have seen, or stands for the start of the run.
 */
final class SignalHistory {
    private final Modulation signal;
    private final int width;
    private final int delay;
    private final int[] coming; // [step & mask]: spikes
    private long[] steps = new long[64]; // rising
    private double[] traces; // [entry * width + trace]
    private int count = 1;

    /** @param room how many steps before it acts a spike may be announced */
    SignalHistory(Modulation signal, int delay, int room) {
        this.signal = signal;
        this.width = signal.traces();
        this.delay = delay;
        this.coming = new int[Integer.highestOneBit(Math.max(1, room)) << 1];
        this.traces = new double[steps.length * width];
        steps[0] = PlasticSynapses.START;
        signal.begin(traces, 0);
    }

    /** Announces a spike by the step in which it was emitted. */
    void announce(long emitted) {
        coming[(int) (emitted + delay) & (coming.length - 1)]++;
    }

    /** Has the spikes of this step act; steps come one after the other. */
    void act(long step) {
        int slot = (int) step & (coming.length - 1);
        if (coming[slot] > 0) {
            if (count == steps.length) {
                steps = Arrays.copyOf(steps, 2 * count);
                traces = Arrays.copyOf(traces, 2 * count * width);
            }
            steps[count] = step;
            signal.spikes(traces, (count - 1) * width, count * width, step - steps[count - 1], coming[slot]);
            count++;
            coming[slot] = 0;
        }
    }

    int count() {
        return count;
    }

    long step(int entry) {
        return steps[entry];
    }

    /** The last entry at or before a step, which is not before the first one. */
    int at(long step) {
        int entry = count - 1;
        while (steps[entry] > step) {
            entry--;
        }
        return entry;
    }

    /** Lets time pass for a synapse, from one step to a later one between which nothing happens. */
    void pass(double[] kept, int at, int entry, long from, long to) {
        signal.pass(kept, at, traces, entry * width, from - steps[entry], to - from);
    }

    /** Forgets the entries before one. */
    void forget(int entry) {
        System.arraycopy(steps, entry, steps, 0, count - entry);
        System.arraycopy(traces, entry * width, traces, 0, (count - entry) * width);
        count -= entry;
    }

    /** Step and traces of each entry. */
    int[] copy() {
        int[] words = new int[count * 2 * (1 + width)];
        int at = 0;
        for (int e = 0; e < count; e++) {
            at = Words.put(words, at, steps[e]);
            for (int i = 0; i < width; i++) {
                at = Words.put(words, at, traces[e * width + i]);
            }
        }
        return words;
    }

    void restore(int[] words) {
        count = words.length / (2 * (1 + width));
        steps = new long[Math.max(64, count)];
        traces = new double[steps.length * width];
        int at = 0;
        for (int e = 0; e < count; e++) {
            steps[e] = Words.getLong(words, at);
            at += 2;
            for (int i = 0; i < width; i++) {
                traces[e * width + i] = Words.getDouble(words, at);
                at += 2;
            }
        }
    }

    long bytes() {
        return 4L * coming.length + 8L * (steps.length + traces.length);
    }
}
