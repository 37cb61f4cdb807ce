package org.ganglion.network.random;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector form of {@link PoissonDraw}, with the same bits.
 *
 * <p>A block is one vector of 512 bits, two of 256 or four of 128. Lanes that tie, one in
 * 2048, add nothing at first and are settled afterwards, one by one. Kept under 50 vector operations: beyond some 100 the compiler stops inlining them and every one
 * allocates.
 */
public final class PoissonDrawVector {
    private static final VectorSpecies<Long> LONGS =
            LongVector.SPECIES_PREFERRED.length() > 8 ? LongVector.SPECIES_512 : LongVector.SPECIES_PREFERRED;
    static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, LONGS.vectorShape());
    private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, LONGS.vectorShape());
    static final int ROWS = LONGS.length();
    static final int PARTS = PoissonDraw.ROWS / ROWS;
    static final int LANES = SHORTS.length();
    static final LongVector IOTA = LongVector.zero(LONGS).addIndex(1);

    private PoissonDrawVector() {}

    /** As {@link PoissonDraw#add}; {@code weight} must be finite. */
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
        int parts = blocks * PARTS;
        for (int done = 0; done < parts; done += Long.SIZE) {
            int size = Math.min(Long.SIZE, parts - done);
            long blockCounter = (long) (firstBlock + done / PARTS * stride) * PoissonDraw.ROWS;
            long firstCounter = (step << 32) | blockCounter;
            int at = offset + done * LANES;
            long tied = addUntied(key, table, firstCounter, stride, size, weight, out, at);
            for (long rest = tied; rest != 0; rest &= rest - 1) {
                int part = done + Long.numberOfTrailingZeros(rest);
                int row = part % PARTS * ROWS;
                int blockAt = offset + part / PARTS * PoissonDraw.BLOCK;
                int block = firstBlock + part / PARTS * stride;
                PoissonDraw.addTied(key, tieKey, table, step, block, row, row + ROWS, weight, out, blockAt);
            }
        }
    }

    /**
     * Adds the counts of at most 64 vectors, leaving out lanes that tie. No call to the slow path in here: that would
     * keep the compiler from holding constants in registers.
     *
     * @return a bit for each vector that has ties
     */
    private static long addUntied(
            long key, PoissonTable table, long firstCounter, int stride, int size, float weight, float[] out, int at) {
        long blockStride = (long) stride * PoissonDraw.ROWS;
        short[] thresholds = table.thresholds();
        short[] aliases = table.aliases();
        LongVector steps = IOTA.mul(key);
        long withTies = 0;
        for (int i = 0; i < size; i++) {
            long counter = firstCounter + i / PARTS * blockStride + i % PARTS * (long) ROWS;
            LongVector y = steps.add(counter * key);
            ShortVector bits = squares(y, y.add(key)).reinterpretAsShorts();
            ShortVector column = bits.and((short) (PoissonTable.COLUMNS - 1));
            ShortVector fraction = bits.lanewise(VectorOperators.LSHR, 5);
            ShortVector threshold = lookUp(thresholds, column);
            VectorMask<Short> own = fraction.compare(VectorOperators.LT, threshold);
            VectorMask<Short> tied = fraction.compare(VectorOperators.EQ, threshold);
            addCounts(lookUp(aliases, column).blend(column, own).blend((short) 0, tied), weight, out, at + i * LANES);
            withTies |= (tied.anyTrue() ? 1L : 0L) << i;
        }
        return withTies;
    }

    /** The entries of a table of 32 at the given columns. */
    private static ShortVector lookUp(short[] table, ShortVector column) {
        ShortVector result = column.selectFrom(ShortVector.fromArray(SHORTS, table, 0));
        if (LANES < PoissonTable.COLUMNS) {
            // A short vector holds only part of the table: look each part up, keep where the column lies in it.
            ShortVector within = column.and((short) (LANES - 1));
            result = within.selectFrom(ShortVector.fromArray(SHORTS, table, 0));
            for (int first = LANES; first < PoissonTable.COLUMNS; first += LANES) {
                ShortVector part = within.selectFrom(ShortVector.fromArray(SHORTS, table, first));
                result = result.blend(part, column.compare(VectorOperators.GE, (short) first));
            }
        }
        return result;
    }

    /** Adds counts times a weight to as many numbers. */
    static void addCounts(ShortVector counts, float weight, float[] out, int at) {
        FloatVector low = (FloatVector) counts.convertShape(VectorOperators.S2F, FLOATS, 0);
        FloatVector high = (FloatVector) counts.convertShape(VectorOperators.S2F, FLOATS, 1);
        FloatVector.fromArray(FLOATS, out, at).add(low.mul(weight)).intoArray(out, at);
        int next = at + FLOATS.length();
        FloatVector.fromArray(FLOATS, out, next).add(high.mul(weight)).intoArray(out, next);
    }

    /** The rounds of {@link Squares#bits}, given counter * key and that plus the key. */
    static LongVector squares(LongVector y, LongVector z) {
        LongVector x = y.mul(y).add(y).lanewise(VectorOperators.ROR, 32);
        x = x.mul(x).add(z).lanewise(VectorOperators.ROR, 32);
        x = x.mul(x).add(y).lanewise(VectorOperators.ROR, 32);
        LongVector t = x.mul(x).add(z);
        x = t.lanewise(VectorOperators.ROR, 32);
        return t.lanewise(VectorOperators.XOR, x.mul(x).add(y).lanewise(VectorOperators.LSHR, 32));
    }
}
