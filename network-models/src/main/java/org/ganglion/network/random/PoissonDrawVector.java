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
 * <p>A block is one vector of 512 bits, two of 256 or four of 128. Lanes that tie, one in 2048, add nothing at first and are
 * settled afterwards, one by one. Random bits and counts are made in loops of their own: in one loop a round of it is so
 * long that the core sees no other beside it, and it took twice the time (docs/benchmarks.md, "single loops"). Kept under 50
 * vector operations: beyond some 100 the compiler stops inlining them and every one allocates.
 */
public final class PoissonDrawVector {
    private static final VectorSpecies<Long> LONGS =
            LongVector.SPECIES_PREFERRED.length() > 8 ? LongVector.SPECIES_512 : LongVector.SPECIES_PREFERRED;
    static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, LONGS.vectorShape());
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, LONGS.vectorShape());
    private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, LONGS.vectorShape());
    static final int ROWS = LONGS.length();
    static final int PARTS = PoissonDraw.ROWS / ROWS;
    static final int LANES = SHORTS.length();
    static final LongVector IOTA = LongVector.zero(LONGS).addIndex(1);

    /** Numbers that {@link #add} wants room for. */
    public static final int ROOM = Long.SIZE * ROWS + Long.SIZE;

    /** Where in it the lanes that tie are, a word for each vector; before are the random bits. */
    private static final int TIES = Long.SIZE * ROWS;

    private PoissonDrawVector() {}

    /**
     * As {@link PoissonDraw#add}; {@code weight} must be finite.
     *
     * @param room scratch, {@link #ROOM} long
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
            int offset,
            long[] room) {
        int parts = blocks * PARTS;
        for (int done = 0; done < parts; done += Long.SIZE) {
            int size = Math.min(Long.SIZE, parts - done);
            long blockCounter = (long) (firstBlock + done / PARTS * stride) * PoissonDraw.ROWS;
            long firstCounter = (step << 32) | blockCounter;
            int at = offset + done * LANES;
            fillBits(key, firstCounter, stride, size, room);
            long tied = addUntied(room, table, size, weight, out, at);
            for (long rest = tied; rest != 0; rest &= rest - 1) {
                int i = Long.numberOfTrailingZeros(rest);
                int part = done + i;
                int lane = part % PARTS * LANES;
                long counter = PoissonDraw.tieCounter(step, firstBlock + part / PARTS * stride, lane);
                addTied(room, i, tieKey, table, counter, weight, out, at + i * LANES);
            }
        }
    }

    /** Adds what ties in a vector; {@code tieCounter} is that of its first lane. */
    private static void addTied(
            long[] room,
            int vector,
            long tieKey,
            PoissonTable table,
            long tieCounter,
            float weight,
            float[] out,
            int at) {
        for (long rest = room[TIES + vector]; rest != 0; rest &= rest - 1) {
            int lane = Long.numberOfTrailingZeros(rest);
            int bits16 = (int) (room[vector * ROWS + lane / 4] >>> (16 * (lane % 4))) & 0xFFFF;
            out[at + lane] += weight * table.count(bits16, tieKey, tieCounter + lane);
        }
    }

    /** The random bits of at most 64 vectors; whole blocks. */
    private static void fillBits(long key, long firstCounter, int stride, int size, long[] bits) {
        LongVector toNextBlock = LongVector.broadcast(LONGS, (long) stride * PoissonDraw.ROWS * key);
        LongVector block = IOTA.mul(key).add(firstCounter * key);
        for (int i = 0; i < size; i += PARTS) {
            for (int part = 0; part < PARTS; part++) {
                LongVector y = block.add((long) part * ROWS * key);
                squares(y, y.add(key)).intoArray(bits, (i + part) * ROWS);
            }
            block = block.add(toNextBlock);
        }
    }

    /**
     * Adds the counts of at most 64 vectors, leaving out lanes that tie. No call to the slow path in here: that would
     * keep the compiler from holding constants in registers.
     *
     * @return a bit for each vector that has ties
     */
    private static long addUntied(long[] room, PoissonTable table, int size, float weight, float[] out, int at) {
        short[] thresholds = table.thresholds();
        short[] aliases = table.aliases();
        long withTies = 0;
        for (int i = 0; i < size; i++) {
            ShortVector bits = LongVector.fromArray(LONGS, room, i * ROWS).reinterpretAsShorts();
            ShortVector column = bits.and((short) (PoissonTable.COLUMNS - 1));
            ShortVector fraction = bits.lanewise(VectorOperators.LSHR, 5);
            ShortVector threshold = lookUp(thresholds, column);
            VectorMask<Short> own = fraction.compare(VectorOperators.LT, threshold);
            VectorMask<Short> tied = fraction.compare(VectorOperators.EQ, threshold);
            addCounts(lookUp(aliases, column).blend(column, own).blend((short) 0, tied), weight, out, at + i * LANES);
            long ties = tied.toLong();
            room[TIES + i] = ties;
            withTies |= (ties == 0 ? 0L : 1L) << i;
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
        // By way of integers: in one conversion it takes longer.
        FloatVector low =
                (FloatVector) counts.convertShape(VectorOperators.S2I, INTS, 0).convert(VectorOperators.I2F, 0);
        FloatVector high =
                (FloatVector) counts.convertShape(VectorOperators.S2I, INTS, 1).convert(VectorOperators.I2F, 0);
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
