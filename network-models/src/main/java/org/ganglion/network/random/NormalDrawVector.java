package org.ganglion.network.random;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector form of {@link NormalDraw}, with the same bits. Goes over the numbers five times, so that no loop has more than
 * some 40 vector operations: beyond some 100 the compiler stops inlining them and every one allocates. Nor does it see more
 * than one of these loops at once (docs/decisions/0069-each-loop-is-compiled-by-itself.md).
 */
public final class NormalDrawVector {
    private static final VectorSpecies<Long> LONGS =
            LongVector.SPECIES_PREFERRED.length() > 8 ? LongVector.SPECIES_512 : LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, LONGS.vectorShape());
    private static final int LANES = LONGS.length();
    private static final int ROWS = NormalDraw.ROWS;
    private static final LongVector IOTA = LongVector.zero(LONGS).addIndex(1);

    /** Doubles whose last 52 bits are a whole number have this value more than the number. */
    private static final double OFFSET = 0x1p52;

    private static final long OFFSET_BITS = 0x4330_0000_0000_0000L;
    private static final VectorShuffle<Double> ZIP_LOW = VectorShuffle.makeZip(DOUBLES, 0);
    private static final VectorShuffle<Double> ZIP_HIGH = VectorShuffle.makeZip(DOUBLES, 1);

    /** One of the loops: from {@code p} and {@code q} at {@code [first, end)} into one of them. */
    private interface Loop {
        void run(double[] p, double[] q, int first, int end);
    }

    private static final Loop[] LOOPS = {
        NormalDrawVector::uniform, NormalDrawVector::roots, NormalDrawVector::shoulder, NormalDrawVector::center
    };

    private NormalDrawVector() {}

    /**
     * As {@link NormalDraw#fill}.
     *
     * @param scratch as long as {@code out}; overwritten where {@code out} is
     */
    public static void fill(
            long key, long step, int firstBlock, int stride, int blocks, double[] out, double[] scratch, int offset) {
        fillBits(key, (step << 32) | (long) firstBlock * ROWS, stride, blocks, scratch, offset);
        for (Loop loop : LOOPS) {
            loop.run(out, scratch, offset, offset + PoissonDraw.BLOCK * blocks);
        }
    }

    /** The random bits of some blocks, in the first half of the room of each. */
    private static void fillBits(long key, long firstCounter, int stride, int blocks, double[] bits, int at) {
        LongVector steps = IOTA.mul(key);
        for (int b = 0; b < blocks; b++) {
            long block = (firstCounter + (long) b * stride * ROWS) * key;
            for (int row = 0; row < ROWS; row += LANES) {
                LongVector y = steps.add(block + row * key);
                SquaresVector.bits(y, y.add(key))
                        .reinterpretAsDoubles()
                        .intoArray(bits, at + PoissonDraw.BLOCK * b + row);
            }
        }
    }

    /** Numbers between 0 and 1 of random bits. */
    private static void uniform(double[] out, double[] bits, int first, int end) {
        for (int block = first; block < end; block += PoissonDraw.BLOCK) {
            for (int row = 0; row < ROWS; row += LANES) {
                LongVector both =
                        DoubleVector.fromArray(DOUBLES, bits, block + row).reinterpretAsLongs();
                DoubleVector low = number(both.and(0xFFFFFFFFL)).add(0.5).mul(0x1p-32);
                DoubleVector high =
                        number(both.lanewise(VectorOperators.LSHR, 32)).add(0.5).mul(0x1p-32);
                low.rearrange(ZIP_LOW, high).intoArray(out, block + 2 * row);
                low.rearrange(ZIP_HIGH, high).intoArray(out, block + 2 * row + LANES);
            }
        }
    }

    /** Whole numbers below 2^52 as doubles. */
    private static DoubleVector number(LongVector whole) {
        return whole.or(OFFSET_BITS).reinterpretAsDoubles().sub(OFFSET);
    }

    /** Roots of the logarithms of the smaller tails, as the shoulder takes them. */
    private static void roots(double[] p, double[] out, int first, int end) {
        for (int i = first; i < end; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, p, i);
            x = x.min(x.neg().add(1));
            LongVector bits = x.reinterpretAsLongs();
            DoubleVector mantissa =
                    bits.and(NormalDraw.MANTISSA).or(NormalDraw.ONE).reinterpretAsDoubles();
            DoubleVector exponent =
                    number(bits.lanewise(VectorOperators.LSHR, 52)).sub(NormalDraw.BIAS);
            VectorMask<Double> above = mantissa.compare(VectorOperators.GT, NormalDraw.ROOT_TWO);
            mantissa = mantissa.blend(mantissa.mul(0.5), above);
            exponent = exponent.blend(exponent.add(1), above);
            DoubleVector s = mantissa.sub(1).div(mantissa.add(1));
            DoubleVector logarithm =
                    exponent.mul(NormalDraw.LOG_TWO).add(s.add(s).mul(ten(s.mul(s))));
            logarithm.neg().sqrt().sub(NormalDraw.SHOULDER).intoArray(out, i);
        }
    }

    private static DoubleVector ten(DoubleVector x) {
        double[] c = NormalDraw.LOGARITHM;
        return x.mul(c[0])
                .add(c[1])
                .mul(x)
                .add(c[2])
                .mul(x)
                .add(c[3])
                .mul(x)
                .add(c[4])
                .mul(x)
                .add(c[5])
                .mul(x)
                .add(c[6])
                .mul(x)
                .add(c[7])
                .mul(x)
                .add(c[8])
                .mul(x)
                .add(c[9]);
    }

    private static DoubleVector eight(double[] c, DoubleVector x) {
        return x.mul(c[0])
                .add(c[1])
                .mul(x)
                .add(c[2])
                .mul(x)
                .add(c[3])
                .mul(x)
                .add(c[4])
                .mul(x)
                .add(c[5])
                .mul(x)
                .add(c[6])
                .mul(x)
                .add(c[7]);
    }

    private static void shoulder(double[] p, double[] roots, int first, int end) {
        for (int i = first; i < end; i += LANES) {
            DoubleVector r = DoubleVector.fromArray(DOUBLES, roots, i);
            eight(NormalDraw.SHOULDER_ABOVE, r)
                    .div(eight(NormalDraw.SHOULDER_BELOW, r))
                    .intoArray(roots, i);
        }
    }

    private static void center(double[] p, double[] shoulder, int first, int end) {
        for (int i = first; i < end; i += LANES) {
            DoubleVector q = DoubleVector.fromArray(DOUBLES, p, i).sub(0.5);
            DoubleVector r = q.mul(q).neg().add(NormalDraw.CENTER_SQUARED);
            DoubleVector center = q.mul(eight(NormalDraw.CENTER_ABOVE, r)).div(eight(NormalDraw.CENTER_BELOW, r));
            DoubleVector z = DoubleVector.fromArray(DOUBLES, shoulder, i);
            DoubleVector outside = z.blend(z.neg(), q.compare(VectorOperators.LT, 0));
            center.blend(outside, q.abs().compare(VectorOperators.GT, NormalDraw.CENTER))
                    .intoArray(p, i);
        }
    }
}
