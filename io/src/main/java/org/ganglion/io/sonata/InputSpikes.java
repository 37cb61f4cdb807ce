package org.ganglion.io.sonata;

import java.util.Arrays;

/** Spikes of nodes, as a file of input has them: growing lists of node ids and times in tics of 0.001 ms. */
final class InputSpikes {
    /** Tics in a millisecond. */
    static final double TICS_PER_MS = 1000;

    private long[] ids = new long[1024];
    private long[] tics = new long[1024];
    private int size;

    /** Adds a spike at the nearest tic. */
    void add(long id, double timeMs) {
        addTic(id, Math.round(timeMs * TICS_PER_MS));
    }

    /** Adds a spike. */
    void addTic(long id, long tic) {
        if (size == ids.length) {
            int larger = (int) Math.min(Integer.MAX_VALUE - 16, 2L * size);
            ids = Arrays.copyOf(ids, larger);
            tics = Arrays.copyOf(tics, larger);
        }
        ids[size] = id;
        tics[size++] = tic;
    }

    int size() {
        return size;
    }

    long id(int i) {
        return ids[i];
    }

    long tic(int i) {
        return tics[i];
    }
}
