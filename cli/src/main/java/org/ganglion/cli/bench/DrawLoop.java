package org.ganglion.cli.bench;

import org.ganglion.network.random.PoissonDrawVector;
import org.ganglion.network.random.PoissonTable;

/** Draws the Poisson counts of some neurons, step after step, as a background of the microcircuit does. */
final class DrawLoop {
    static final int STEPS = 2000;

    private static final int BLOCK = 32;
    private static final double MEAN = 1.68;
    private static final int CHUNK = 1024;
    private static final long KEY = 0x548c9decbce65297L;
    private static final long TIE_KEY = 0x7d3b91c6a2f58e4bL;

    private final PoissonTable table = PoissonTable.of(MEAN);
    private final int neurons;

    DrawLoop(int neurons) {
        this.neurons = neurons;
    }

    long draw(int thread) {
        float[] counts = new float[CHUNK];
        long[] room = new long[PoissonDrawVector.ROOM];
        for (int step = 0; step < STEPS; step++) {
            for (int first = 0; first < neurons; first += CHUNK) {
                int blocks = Math.min(CHUNK, neurons - first) / BLOCK;
                PoissonDrawVector.add(
                        KEY, TIE_KEY, table, step, first / BLOCK + thread * neurons, 1, blocks, 1, counts, 0, room);
            }
        }
        return (long) counts[0];
    }
}
