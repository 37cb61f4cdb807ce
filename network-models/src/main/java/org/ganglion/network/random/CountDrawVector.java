package org.ganglion.network.random;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;

/** The vector form of {@link CountDraw}, with the same bits; made like {@link PoissonDrawVector}. */
public final class CountDrawVector {
    private static final int ROWS = PoissonDrawVector.ROWS;
    private static final int LANES = PoissonDrawVector.LANES;

    /** Blocks of 64 vectors. */
    private static final int BLOCKS = Long.SIZE / PoissonDrawVector.PARTS;

    private CountDrawVector() {}

    /**
     * As {@link CountDraw#add}; {@code weight} must be finite.
     *
     * @param room scratch, {@link PoissonDrawVector#ROOM} long
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
            int offset,
            long[] room) {
        for (int done = 0; done < blocks; done += BLOCKS) {
            int size = Math.min(BLOCKS, blocks - done);
            int vectors = size * PoissonDrawVector.PARTS;
            int block = firstBlock + done * stride;
            PoissonDrawVector.fillBits(key, (step << 32) | (long) block * PoissonDraw.ROWS, stride, size, room);
            long tied = count(room, table, vectors);
            for (long rest = tied; rest != 0; rest &= rest - 1) {
                settle(room, Long.numberOfTrailingZeros(rest), tieKey, table, step, block, stride);
            }
            PoissonDrawVector.addCounts(room, vectors, weight, out, offset + done * PoissonDraw.BLOCK);
        }
    }

    /** Counts of at most 64 vectors; 0 in lanes that tie. Returns a bit for each vector that has ties. */
    private static long count(long[] room, CountTable table, int size) {
        short[] cells = table.cells();
        short[] inCell = table.inCell();
        int cellCount = table.cellCount();
        long withTies = 0;
        for (int i = 0; i < size; i++) {
            ShortVector bits = LongVector.fromArray(PoissonDrawVector.LONGS, room, i * ROWS)
                    .reinterpretAsShorts()
                    .lanewise(VectorOperators.XOR, Short.MIN_VALUE);
            ShortVector counts = ShortVector.zero(PoissonDrawVector.SHORTS);
            ShortVector untied = ShortVector.broadcast(PoissonDrawVector.SHORTS, -1);
            for (int c = 0; c < cellCount; c++) {
                ShortVector cell = ShortVector.broadcast(PoissonDrawVector.SHORTS, cells[c]);
                counts = counts.add(inCell[c], bits.compare(VectorOperators.GT, cell));
                untied = untied.blend((short) 0, bits.compare(VectorOperators.EQ, cell));
            }
            counts.and(untied).reinterpretAsLongs().intoArray(room, PoissonDrawVector.COUNTS + i * ROWS);
            long ties = untied.compare(VectorOperators.EQ, (short) 0).toLong();
            room[PoissonDrawVector.TIES + i] = ties;
            withTies |= (ties == 0 ? 0L : 1L) << i;
        }
        return withTies;
    }

    /** Counts again what tied in a vector. */
    private static void settle(
            long[] room, int vector, long tieKey, CountTable table, long step, int firstBlock, int stride) {
        for (long rest = room[PoissonDrawVector.TIES + vector]; rest != 0; rest &= rest - 1) {
            int neuron = vector * LANES + Long.numberOfTrailingZeros(rest);
            PoissonDrawVector.settleOne(room, neuron, tieKey, table, step, firstBlock, stride);
        }
    }
}
