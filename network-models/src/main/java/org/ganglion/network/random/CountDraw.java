package org.ganglion.network.random;

/**
 * Adds keyed counts of one distribution to an array, neuron by neuron: the specification of {@link CountDrawVector}. Blocks
 * and their numbers are those of {@link PoissonDraw}.
 */
public final class CountDraw {
    private CountDraw() {}

    /**
     * Does {@code out[offset + 32 * b + j] += weight * count} for neuron j of block {@code firstBlock + b * stride}.
     *
     * @param key key of these draws; one of its own for each of {@link CountTable#draws}
     * @param tieKey key for the rare second look, different from {@code key}
     * @param step below 2^31
     * @param firstBlock number of the first block in the whole population; all blocks are below 2^29
     * @param stride distance, in blocks of the population, from one block of the output to the next
     */
    public static void add(
            long key,
            long tieKey,
            CountTable table,
            long step,
            int firstBlock,
            int stride,
            int blocks,
            float weight,
            float[] out,
            int offset) {
        for (int b = 0; b < blocks; b++) {
            int block = firstBlock + b * stride;
            int at = offset + PoissonDraw.BLOCK * b;
            for (int row = 0; row < PoissonDraw.ROWS; row++) {
                long bits = Squares.bits(key, (step << 32) | ((long) block * PoissonDraw.ROWS + row));
                for (int piece = 0; piece < 4; piece++) {
                    int bits16 = (int) (bits >>> (16 * piece)) & 0xFFFF;
                    int neuron = 4 * row + piece;
                    int count = table.count(bits16, tieKey, PoissonDraw.tieCounter(step, block, neuron));
                    out[at + neuron] = out[at + neuron] + weight * count;
                }
            }
        }
    }
}
