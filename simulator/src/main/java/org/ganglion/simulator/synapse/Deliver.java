package org.ganglion.simulator.synapse;

import org.ganglion.simulator.plastic.PlasticSynapses;

/**
 * Scatters the runs due at a step into the sums of a tile: the hot loops of a simulation. Each takes the cursors due,
 * adds every synapse of their runs to the sum of its target, and files the next run of the row for its step. Returns the
 * number of synapses.
 *
 * <p>Rows come from memory: see {@link TouchAhead}.
 */
public final class Deliver {
    private static final int LINE_INTS = 16;
    private static final int LINE_SHORTS = 32;

    private Deliver() {}

    public static long packed(int[] words, int shift, int[] sums, Calendar calendar, TouchAhead ahead, long step) {
        int[] due = calendar.due(step);
        int count = calendar.count(step);
        long synapses = 0;
        for (int from = 0; from < count; from += ahead.runs()) {
            int to = Math.min(count, from + ahead.runs());
            calendar.touched += touch(words, due, from, to, ahead.lines());
            for (int i = from; i < to; i++) {
                int header = words[due[i]];
                int begin = due[i] + 1;
                int end = begin + (header & Store.LARGEST_RUN);
                addPacked(words, begin, end, shift, sums);
                synapses += end - begin;
                if (header >>> 24 != 0) {
                    calendar.add(step + (header >>> 24), end);
                }
            }
        }
        calendar.clear(step);
        return synapses;
    }

    private static void addPacked(int[] words, int begin, int end, int shift, int[] sums) {
        for (int i = begin; i < end; i++) {
            int word = words[i];
            sums[word & 0xFFFF] += (word >> 16) << shift;
        }
    }

    public static long constant(short[] words, int weight, int[] sums, Calendar calendar, TouchAhead ahead, long step) {
        int[] due = calendar.due(step);
        int count = calendar.count(step);
        long synapses = 0;
        for (int from = 0; from < count; from += ahead.runs()) {
            int to = Math.min(count, from + ahead.runs());
            calendar.touched += touch(words, due, from, to, ahead.lines());
            for (int i = from; i < to; i++) {
                int header = due[i];
                int begin = header + 3;
                int end = begin + ((words[header] & 0xFFFF) | words[header + 1] << 16);
                addConstant(words, begin, end, weight, sums);
                synapses += end - begin;
                if (words[header + 2] != 0) {
                    calendar.add(step + words[header + 2], end);
                }
            }
        }
        calendar.clear(step);
        return synapses;
    }

    private static void addConstant(short[] words, int begin, int end, int weight, int[] sums) {
        for (int i = begin; i < end; i++) {
            sums[words[i] & 0xFFFF] += weight;
        }
    }

    /** What was sorted into a tile's bucket: see {@link Sort}. */
    static long sorted(Buckets buckets, int tile, Store.OfConstant store, int[] sums) {
        addConstant(buckets.shorts(tile), 0, buckets.count(tile), store.weight(), sums);
        return cleared(buckets, tile);
    }

    /** Likewise. */
    static long sorted(Buckets buckets, int tile, Store.OfPacked store, int[] sums) {
        addPacked(buckets.ints(tile), 0, buckets.count(tile), store.shift(), sums);
        return cleared(buckets, tile);
    }

    private static long cleared(Buckets buckets, int tile) {
        int count = buckets.count(tile);
        buckets.clear(tile);
        return count;
    }

    public static long wide(int[] words, int[] sums, Calendar calendar, long step) {
        int[] due = calendar.due(step);
        int count = calendar.count(step);
        long synapses = 0;
        for (int i = 0; i < count; i++) {
            int header = words[due[i]];
            int begin = due[i] + 1;
            int end = begin + 2 * (header & Store.LARGEST_RUN);
            for (int k = begin; k < end; k += 2) {
                sums[words[k]] += words[k + 1];
            }
            synapses += (end - begin) / 2;
            if (header >>> 24 != 0) {
                calendar.add(step + (header >>> 24), end);
            }
        }
        calendar.clear(step);
        return synapses;
    }

    public static long inLong(int[] words, long[] sums, Calendar calendar, long step) {
        int[] due = calendar.due(step);
        int count = calendar.count(step);
        long synapses = 0;
        for (int i = 0; i < count; i++) {
            int header = words[due[i]];
            int begin = due[i] + 1;
            int end = begin + 3 * (header & Store.LARGEST_RUN);
            for (int k = begin; k < end; k += 3) {
                sums[words[k]] += (words[k + 1] & 0xFFFFFFFFL) | (long) words[k + 2] << 32;
            }
            synapses += (end - begin) / 3;
            if (header >>> 24 != 0) {
                calendar.add(step + (header >>> 24), end);
            }
        }
        calendar.clear(step);
        return synapses;
    }

    static long plastic(Store.OfPlastic store, Sums sums, int receptor, Calendar calendar, long step) {
        int[] due = calendar.due(step);
        int count = calendar.count(step);
        PlasticSynapses synapses = store.synapses();
        long delivered = 0;
        for (int i = 0; i < count; i++) {
            int run = due[i];
            if (store.packing().inLong()) {
                synapses.deliver(run, step, sums.longs(receptor));
            } else {
                synapses.deliver(run, step, sums.ints(receptor));
            }
            delivered += synapses.size(run);
            if (synapses.gap(run) != 0) {
                calendar.add(step + synapses.gap(run), synapses.next(run));
            }
        }
        calendar.clear(step);
        return delivered;
    }

    static int touch(int[] words, int[] due, int from, int to, int lines) {
        int sum = 0;
        int last = words.length - 1;
        for (int i = from; i < to; i++) {
            for (int line = 0; line < lines; line++) {
                sum += words[Math.min(last, due[i] + line * LINE_INTS)];
            }
        }
        return sum;
    }

    static int touch(short[] words, int[] due, int from, int to, int lines) {
        int sum = 0;
        int last = words.length - 1;
        for (int i = from; i < to; i++) {
            for (int line = 0; line < lines; line++) {
                sum += words[Math.min(last, due[i] + line * LINE_SHORTS)];
            }
        }
        return sum;
    }
}
