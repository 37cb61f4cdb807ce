package org.ganglion.network.neuron.part;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Exp}, a vector at a time: about 30 operations. The compiler gives up on methods with too many of them, so a
 * kernel should call this once.
 */
public final class ExpVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int MANTISSA_BITS = 52;

    private ExpVector() {}

    /** See {@link Exp#of}. */
    public static DoubleVector of(DoubleVector x) {
        DoubleVector above = x.blend(Exp.LEAST, x.compare(VectorOperators.LT, Exp.LEAST));
        DoubleVector bounded = above.blend(Exp.MOST, above.compare(VectorOperators.GT, Exp.MOST));
        DoubleVector rounded = bounded.mul(Exp.LOG2_E).add(Exp.ROUND);
        DoubleVector k = rounded.sub(Exp.ROUND);
        DoubleVector r = bounded.sub(k.mul(Exp.LN2_UPPER)).sub(k.mul(Exp.LN2_LOWER));
        DoubleVector power = power(r);
        LongVector exponent = rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
        return power.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
    }

    /** Puts the exponential of each of the first {@code count} values in its place. */
    public static void inPlace(double[] values, int count) {
        for (int i = 0; i < count; i += S.length()) {
            of(DoubleVector.fromArray(S, values, i)).intoArray(values, i);
        }
    }

    private static DoubleVector power(DoubleVector r) {
        DoubleVector sum = r.mul(Exp.C9)
                .add(Exp.C8)
                .mul(r)
                .add(Exp.C7)
                .mul(r)
                .add(Exp.C6)
                .mul(r)
                .add(Exp.C5)
                .mul(r)
                .add(Exp.C4)
                .mul(r)
                .add(Exp.C3)
                .mul(r)
                .add(Exp.C2)
                .mul(r)
                .add(Exp.C1)
                .mul(r)
                .add(Exp.C0);
        return sum.mul(r.mul(r)).add(r).add(1);
    }
}
