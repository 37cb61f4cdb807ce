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
 * <p>A block is one vector of 512 bits, two of 256 or four of 128. Random bits, counts and what is added are made in loops of
 * their own: in one loop a round of it is so long that the core sees no other beside it, and it took twice the time
 * (docs/benchmarks.md, "single loops"). Lanes that tie, one in 2048, are settled in between, one by one. Kept under 50 vector
 * operations: beyond some 100 the compiler stops inlining them and every one allocates.
 */
public final class PoissonDrawVector {
    static final VectorSpecies<Long> LONGS =
            LongVector.SPECIES_PREFERRED.length() > 8 ? LongVector.SPECIES_512 : LongVector.SPECIES_PREFERRED;
    static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, LONGS.vectorShape());
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, LONGS.vectorShape());
    private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, LONGS.vectorShape());
    static final int ROWS = LONGS.length();
    static final int PARTS = PoissonDraw.ROWS / ROWS;
    static final int LANES = SHORTS.length();
    static final LongVector IOTA = LongVector.zero(LONGS).addIndex(1);

    /** Whether counts are looked up for two vectors at once, see {@link PoissonPairsVector}. */
    private static final boolean PAIRS = LONGS.length() == 4;

    /** Neurons whose counts are looked up together. */
    private static final int TOGETHER = PAIRS ? PoissonDraw.BLOCK : LANES;

    /** Blocks of 64 look-ups. */
    private static final int BLOCKS = Long.SIZE * TOGETHER / PoissonDraw.BLOCK;

    /** Where in the scratch the counts are, four in a word; before are the random bits. */
    static final int COUNTS = BLOCKS * PoissonDraw.ROWS;

    /** Where in it the lanes that tie are, a word for each look-up. */
    static final int TIES = 2 * COUNTS;

    /** Numbers that {@link #add} wants room for. */
    public static final int ROOM = TIES + Long.SIZE;

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
        for (int done = 0; done < blocks; done += BLOCKS) {
            int size = Math.min(BLOCKS, blocks - done);
            int block = firstBlock + done * stride;
            fillBits(key, (step << 32) | (long) block * PoissonDraw.ROWS, stride, size, room);
            long tied = PAIRS ? PoissonPairsVector.count(room, table, size) : count(room, table, size * PARTS);
            for (long rest = tied; rest != 0; rest &= rest - 1) {
                settle(room, Long.numberOfTrailingZeros(rest), tieKey, table, step, block, stride);
            }
            addCounts(room, size * PARTS, weight, out, offset + done * PoissonDraw.BLOCK);
        }
    }

    /** The random bits of some blocks. */
    static void fillBits(long key, long firstCounter, int stride, int blocks, long[] bits) {
        LongVector toNextBlock = LongVector.broadcast(LONGS, (long) stride * PoissonDraw.ROWS * key);
        LongVector block = IOTA.mul(key).add(firstCounter * key);
        for (int b = 0; b < blocks; b++) {
            for (int row = 0; row < PoissonDraw.ROWS; row += ROWS) {
                LongVector y = block.add(row * key);
                SquaresVector.bits(y, y.add(key)).intoArray(bits, b * PoissonDraw.ROWS + row);
            }
            block = block.add(toNextBlock);
        }
    }

    /**
     * Looks the counts of at most 64 vectors up; 0 in lanes that tie. No call to the slow path in here: that would keep the
     * compiler from holding constants in registers.
     *
     * @return a bit for each vector that has ties
     */
    private static long count(long[] room, PoissonTable table, int size) {
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
            lookUp(aliases, column)
                    .blend(column, own)
                    .blend((short) 0, tied)
                    .reinterpretAsLongs()
                    .intoArray(room, COUNTS + i * ROWS);
            long ties = tied.toLong();
            room[TIES + i] = ties;
            withTies |= (ties == 0 ? 0L : 1L) << i;
        }
        return withTies;
    }

    /** Looks up again what tied in a look-up. */
    private static void settle(
            long[] room, int lookUp, long tieKey, PoissonTable table, long step, int firstBlock, int stride) {
        for (long rest = room[TIES + lookUp]; rest != 0; rest &= rest - 1) {
            int lane = Long.numberOfTrailingZeros(rest);
            int neuron = lookUp * TOGETHER + (PAIRS ? PoissonPairsVector.neuron(lane) : lane);
            settleOne(room, neuron, tieKey, table, step, firstBlock, stride);
        }
    }

    /** Puts the count of a neuron, by its place in the scratch, where a 0 is. */
    static void settleOne(
            long[] room, int neuron, long tieKey, SixteenBitTable table, long step, int firstBlock, int stride) {
        int shift = 16 * (neuron % 4);
        int bits16 = (int) (room[neuron / 4] >>> shift) & 0xFFFF;
        int block = firstBlock + neuron / PoissonDraw.BLOCK * stride;
        long counter = PoissonDraw.tieCounter(step, block, neuron % PoissonDraw.BLOCK);
        room[COUNTS + neuron / 4] |= (long) table.count(bits16, tieKey, counter) << shift;
    }

    /** Adds the counts of some vectors times a weight to as many numbers. */
    static void addCounts(long[] room, int size, float weight, float[] out, int at) {
        for (int i = 0; i < size; i++) {
            ShortVector counts =
                    LongVector.fromArray(LONGS, room, COUNTS + i * ROWS).reinterpretAsShorts();
            addCounts(counts, weight, out, at + i * LANES);
        }
    }

    /** The entries of a table of 32 at the given columns. */
    private static ShortVector lookUp(short[] table, ShortVector column) {
        if (LANES >= PoissonTable.COLUMNS) {
            return column.selectFrom(ShortVector.fromArray(SHORTS, table, 0));
        }
        // A vector holds only part of the table: look each part up, keep where the column lies in it.
        ShortVector within = column.and((short) (LANES - 1));
        ShortVector result = within.selectFrom(ShortVector.fromArray(SHORTS, table, 0));
        for (int first = LANES; first < PoissonTable.COLUMNS; first += LANES) {
            ShortVector part = within.selectFrom(ShortVector.fromArray(SHORTS, table, first));
            result = result.blend(part, column.compare(VectorOperators.GE, (short) first));
        }
        return result;
    }

    private static void addCounts(ShortVector counts, float weight, float[] out, int at) {
        // By way of integers: in one conversion it takes longer.
        FloatVector low =
                (FloatVector) counts.convertShape(VectorOperators.S2I, INTS, 0).convert(VectorOperators.I2F, 0);
        FloatVector high =
                (FloatVector) counts.convertShape(VectorOperators.S2I, INTS, 1).convert(VectorOperators.I2F, 0);
        FloatVector.fromArray(FLOATS, out, at).add(low.mul(weight)).intoArray(out, at);
        int next = at + FLOATS.length();
        FloatVector.fromArray(FLOATS, out, next).add(high.mul(weight)).intoArray(out, next);
    }
}
