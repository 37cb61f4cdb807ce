package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;

/**
 * A distribution given by its quantile function, so that one uniform number makes one draw and the largest possible draw
 * is known beforehand.
 */
public sealed interface Distribution
        permits Constant, Uniform, UniformInt, Normal, Lognormal, Exponential, Clipped, Redrawn, PerNeuron, SharedDraw {

    /** The value below which a share {@code u} of draws falls; rises with u. {@code u} is strictly between 0 and 1. */
    double quantile(double u);

    /** What a file calls it and its parameters. */
    Description description();

    /** Its parameters as a file would give them. */
    Map<String, Double> values();

    /** Standard deviation of the draws; used to choose how finely weights are stored. */
    double spread();

    default boolean isConstant() {
        return this instanceof Constant;
    }

    /** The smallest draw that 32 random bits can give. */
    default double smallest() {
        return quantile(0x1p-33);
    }

    /** The largest draw that 32 random bits can give. */
    default double largest() {
        return quantile(1 - 0x1p-33);
    }

    /** The largest share {@code u} whose quantile is at most (or, if {@code below}, strictly below) {@code value}. */
    default double share(double value, boolean below) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= 0 || middle >= 1) {
                break;
            }
            double q = quantile(middle);
            if (below ? q < value : q <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    static Distribution constant(double value) {
        return new Constant(value);
    }
}
