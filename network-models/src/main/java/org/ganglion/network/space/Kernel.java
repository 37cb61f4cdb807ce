package org.ganglion.network.space;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Formula;

/** A probability, or an expected number of synapses, that depends on distance and is known well enough to search fast. */
public sealed interface Kernel extends Formula permits ConstantKernel, ExponentialKernel, GaussianKernel, LinearKernel {
    /** The name of the variable of all that depends on distance. */
    String DISTANCE = "distance";

    Description description();

    /** Its parameters as a file would give them. */
    Map<String, Double> values();

    /** No value is above this. */
    double largest();

    /** A distance beyond which all values are below {@code value}; infinite if there is none. */
    double reach(double value);

    /** The same at all distances. */
    static Kernel constant(double value) {
        return new ConstantKernel(value);
    }

    /** What no value of a formula is above; infinite where that is not known. */
    static double largest(Formula formula) {
        return formula instanceof Kernel kernel ? kernel.largest() : Double.POSITIVE_INFINITY;
    }

    /** As {@link #reach(double)}, for any formula. */
    static double reach(Formula formula, double value) {
        return formula instanceof Kernel kernel ? kernel.reach(value) : Double.POSITIVE_INFINITY;
    }

    /** Whether a formula is the same number everywhere, without looking. */
    static boolean isConstant(Formula formula) {
        return formula instanceof ConstantKernel;
    }

    @Override
    default String variable() {
        return DISTANCE;
    }
}
