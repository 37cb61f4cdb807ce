package org.ganglion.network.random;

/**
 * Adds keyed Poisson counts to an array, neuron by neuron: the specification of {@link PoissonDrawVector}.
 *
 * <p>Neurons come in blocks of 32. A block takes 8 numbers of {@link Squares} in a step, at counters
 * {@code (step << 32) | (block * 8 + row)}; together they are 512 bits, and neuron j takes the j-th 16 of them, the
 * lowest first.
 */
public final class PoissonDraw {
    /** Neurons in a block. */
    public static final int BLOCK = 32;

    /** Numbers of 64 bits in a block. */
    static final int ROWS = 8;

    private PoissonDraw() {}

    /**
     * Does {@code out[offset + 32 * b + j] += weight * count} for neuron j of block
     * {@code firstBlock + b * stride}.
     *
     * @param key key of these draws; one of its own for each of {@link PoissonTable#draws}
     * @param tieKey key for the rare second look, different from {@code key}
     * @param step below 2^31
     * @param firstBlock number of the first block in the whole population, so that a draw does not depend on who makes
     *     it; all blocks are below 2^29
     * @param stride distance, in blocks of the population, from one block of the output to the next
     */
    public static void add(
            long key,
            long tieKey,
            PoissonTable table,
            long step,
            int firstBlock,
            int stride,
            int blocks,
            float weight,
            float[] out,
            int offset) {
        for (int b = 0; b < blocks; b++) {
            addBlock(key, tieKey, table, step, firstBlock + b * stride, weight, out, offset + BLOCK * b);
        }
    }

    private static void addBlock(
            long key, long tieKey, PoissonTable table, long step, int block, float weight, float[] out, int at) {
        for (int row = 0; row < ROWS; row++) {
            long bits = Squares.bits(key, (step << 32) | ((long) block * ROWS + row));
            for (int piece = 0; piece < 4; piece++) {
                int neuron = 4 * row + piece;
                int bits16 = (int) (bits >>> (16 * piece)) & 0xFFFF;
                int count = table.count(bits16, tieKey, tieCounter(step, block, neuron));
                out[at + neuron] = out[at + neuron] + weight * count;
            }
        }
    }

    /** The counter of one neuron's second look. */
    static long tieCounter(long step, int block, int neuron) {
        return (step << 32) | ((long) block * BLOCK + neuron);
    }
}
