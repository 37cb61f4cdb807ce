package org.ganglion.network.random;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The vector form of {@link Squares}, with the same bits.
 *
 * <p>Not every processor has products of 64 bits in vectors. Composed of products of 32 bits, a square takes two of them
 * where a product takes three, and its halves are taken from where they are instead of changing places first. Written out,
 * since the compiler leaves small methods outside where a kernel is large, and then every vector is an object.
 */
public final class SquaresVector {
    /** Whether products of 64 bits are one instruction, as in AVX-512. */
    private static final boolean WHOLE = LongVector.SPECIES_PREFERRED.length() >= 8;

    private static final long LOW = 0xFFFFFFFFL;

    private SquaresVector() {}

    /** The rounds of {@link Squares#bits}, given counter * key and that plus the key. */
    public static LongVector bits(LongVector y, LongVector z) {
        return WHOLE ? byWholes(y, z) : byHalves(y, z);
    }

    private static LongVector byWholes(LongVector y, LongVector z) {
        LongVector x = y.mul(y).add(y).lanewise(VectorOperators.ROR, 32);
        x = x.mul(x).add(z).lanewise(VectorOperators.ROR, 32);
        x = x.mul(x).add(y).lanewise(VectorOperators.ROR, 32);
        LongVector t = x.mul(x).add(z);
        x = t.lanewise(VectorOperators.ROR, 32);
        return t.lanewise(VectorOperators.XOR, x.mul(x).add(y).lanewise(VectorOperators.LSHR, 32));
    }

    /** The square of a number with halves l and h is l * l + (l * h << 33), modulo 2^64. */
    private static LongVector byHalves(LongVector y, LongVector z) {
        LongVector l = y.and(LOW);
        LongVector h = y.lanewise(VectorOperators.LSHR, 32);
        LongVector x = l.mul(l).add(l.mul(h).lanewise(VectorOperators.LSHL, 33)).add(y);
        l = x.lanewise(VectorOperators.LSHR, 32);
        h = x.and(LOW);
        x = l.mul(l).add(l.mul(h).lanewise(VectorOperators.LSHL, 33)).add(z);
        l = x.lanewise(VectorOperators.LSHR, 32);
        h = x.and(LOW);
        x = l.mul(l).add(l.mul(h).lanewise(VectorOperators.LSHL, 33)).add(y);
        l = x.lanewise(VectorOperators.LSHR, 32);
        h = x.and(LOW);
        LongVector t = l.mul(l).add(l.mul(h).lanewise(VectorOperators.LSHL, 33)).add(z);
        l = t.lanewise(VectorOperators.LSHR, 32);
        h = t.and(LOW);
        x = l.mul(l).add(l.mul(h).lanewise(VectorOperators.LSHL, 33)).add(y);
        return t.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 32));
    }
}
