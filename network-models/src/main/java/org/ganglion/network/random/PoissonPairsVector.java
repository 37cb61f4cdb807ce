package org.ganglion.network.random;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Looks counts up where vectors have 256 bits: those of a whole block, two vectors of shorts, as one of bytes. A table of 32
 * bytes is one look-up there; of 32 shorts it would be two, each composed of more instructions.
 *
 * <p>The 16 bits of a neuron are two bytes: the upper one has 8 of the 11 bits of its fraction, the lower one the other 3 and
 * the column. Thresholds are cut likewise, the column among them, so that lower bytes can be compared as they are.
 */
final class PoissonPairsVector {
    /** Bytes at even places are of the first half of a block, the others of the second. */
    private static final long EVEN = 0x00FF_00FF_00FF_00FFL;

    /** Bytes are compared with their sign, so that it is turned. */
    private static final long SIGNS = 0x8080_8080_8080_8080L;

    private PoissonPairsVector() {}

    /** As {@link PoissonDrawVector#count}, for blocks. */
    static long count(long[] room, PoissonTable table, int blocks) {
        ByteVector upperThresholds = ByteVector.fromArray(ByteVector.SPECIES_256, table.upperThresholds(), 0);
        ByteVector lowerThresholds = ByteVector.fromArray(ByteVector.SPECIES_256, table.lowerThresholds(), 0);
        ByteVector aliases = ByteVector.fromArray(ByteVector.SPECIES_256, table.aliasBytes(), 0);
        long withTies = 0;
        for (int i = 0; i < blocks; i++) {
            LongVector first = LongVector.fromArray(LongVector.SPECIES_256, room, i * PoissonDraw.ROWS);
            LongVector second = LongVector.fromArray(LongVector.SPECIES_256, room, i * PoissonDraw.ROWS + 4);
            ByteVector upper = first.lanewise(VectorOperators.LSHR, 8)
                    .and(EVEN)
                    .or(second.and(~EVEN))
                    .lanewise(VectorOperators.XOR, SIGNS)
                    .reinterpretAsBytes();
            LongVector low =
                    first.and(EVEN).or(second.lanewise(VectorOperators.LSHL, 8).and(~EVEN));
            ByteVector lower = low.lanewise(VectorOperators.XOR, SIGNS).reinterpretAsBytes();
            ByteVector column = low.reinterpretAsBytes().and((byte) (PoissonTable.COLUMNS - 1));
            ByteVector upperThreshold = column.selectFrom(upperThresholds);
            ByteVector lowerThreshold = column.selectFrom(lowerThresholds);
            VectorMask<Byte> close = upper.compare(VectorOperators.EQ, upperThreshold);
            VectorMask<Byte> own = upper.compare(VectorOperators.LT, upperThreshold)
                    .or(close.and(lower.compare(VectorOperators.LT, lowerThreshold)));
            VectorMask<Byte> tied = close.and(lower.compare(VectorOperators.EQ, lowerThreshold));
            ShortVector counts = column.selectFrom(aliases)
                    .blend(column, own)
                    .blend((byte) 0, tied)
                    .reinterpretAsShorts();
            int to = PoissonDrawVector.COUNTS + i * PoissonDraw.ROWS;
            counts.and((short) EVEN).reinterpretAsLongs().intoArray(room, to);
            counts.lanewise(VectorOperators.LSHR, 8).reinterpretAsLongs().intoArray(room, to + 4);
            long ties = tied.toLong();
            room[PoissonDrawVector.TIES + i] = ties;
            withTies |= (ties == 0 ? 0L : 1L) << i;
        }
        return withTies;
    }

    /** The neuron of a block that a lane is of. */
    static int neuron(int lane) {
        return lane / 2 + lane % 2 * (PoissonDraw.BLOCK / 2);
    }
}
