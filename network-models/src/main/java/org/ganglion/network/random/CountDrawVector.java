package org.ganglion.network.random;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The vector form of {@link CountDraw}, with the same bits. Lanes that tie add nothing at first and are settled afterwards,
 * one by one, as in {@link PoissonDrawVector}.
 */
public final class CountDrawVector {
    private CountDrawVector() {}

    /** As {@link CountDraw#add}; {@code weight} must be finite. */
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
        int parts = blocks * PoissonDrawVector.PARTS;
        for (int done = 0; done < parts; done += Long.SIZE) {
            int size = Math.min(Long.SIZE, parts - done);
            long blockCounter = (long) (firstBlock + done / PoissonDrawVector.PARTS * stride) * PoissonDraw.ROWS;
            long firstCounter = (step << 32) | blockCounter;
            int at = offset + done * PoissonDrawVector.LANES;
            long tied = addUntied(key, table, firstCounter, stride, size, weight, out, at);
            for (long rest = tied; rest != 0; rest &= rest - 1) {
                int part = done + Long.numberOfTrailingZeros(rest);
                int row = part % PoissonDrawVector.PARTS * PoissonDrawVector.ROWS;
                int blockAt = offset + part / PoissonDrawVector.PARTS * PoissonDraw.BLOCK;
                int block = firstBlock + part / PoissonDrawVector.PARTS * stride;
                int endRow = row + PoissonDrawVector.ROWS;
                CountDraw.addTied(key, tieKey, table, step, block, row, endRow, weight, out, blockAt);
            }
        }
    }

    /**
     * Adds the counts of at most 64 vectors, leaving out lanes that tie.
     *
     * @return a bit for each vector that has ties
     */
    private static long addUntied(
            long key, CountTable table, long firstCounter, int stride, int size, float weight, float[] out, int at) {
        long blockStride = (long) stride * PoissonDraw.ROWS;
        short[] cells = table.cells();
        short[] inCell = table.inCell();
        int cellCount = table.cellCount();
        LongVector steps = PoissonDrawVector.IOTA.mul(key);
        long withTies = 0;
        for (int i = 0; i < size; i++) {
            long counter = firstCounter
                    + i / PoissonDrawVector.PARTS * blockStride
                    + i % PoissonDrawVector.PARTS * (long) PoissonDrawVector.ROWS;
            LongVector y = steps.add(counter * key);
            ShortVector bits = PoissonDrawVector.squares(y, y.add(key))
                    .reinterpretAsShorts()
                    .lanewise(VectorOperators.XOR, Short.MIN_VALUE);
            ShortVector counts = ShortVector.zero(PoissonDrawVector.SHORTS);
            ShortVector untied = ShortVector.broadcast(PoissonDrawVector.SHORTS, -1);
            for (int c = 0; c < cellCount; c++) {
                ShortVector cell = ShortVector.broadcast(PoissonDrawVector.SHORTS, cells[c]);
                counts = counts.add(inCell[c], bits.compare(VectorOperators.GT, cell));
                untied = untied.blend((short) 0, bits.compare(VectorOperators.EQ, cell));
            }
            PoissonDrawVector.addCounts(counts.and(untied), weight, out, at + i * PoissonDrawVector.LANES);
            VectorMask<Short> tied = untied.compare(VectorOperators.EQ, (short) 0);
            withTies |= (tied.anyTrue() ? 1L : 0L) << i;
        }
        return withTies;
    }
}
