package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Formula;

/**
 * A value of a neuron that follows from a uniform number between 0 and 1, drawn once for each neuron: all parameters and
 * initial values of a population that are given so take the same number, and so belong together.
 *
 * <p>Weights, delays and synapses take no shared draws. As the formula may rise and fall, {@link #quantile} is the value
 * at {@code u} and no quantile, and the extremes are those of {@link #PROBES} numbers evenly between 0 and 1 and of the
 * two outermost.
 *
 * @param formula the value as a function of the number, whose name is {@link #VARIABLE}
 */
public record SharedDraw(Formula formula) implements Distribution {
    /** What the number is called in formulas. */
    public static final String VARIABLE = "u";

    /** At how many numbers the formula is looked at to find its extremes. */
    public static final int PROBES = 1024;

    private static final Description DESCRIPTION = Description.of(
            "expression", "A value that follows from a number which a neuron draws once for all of them.");

    public SharedDraw {
        if (!formula.variable().equals(VARIABLE)) {
            throw new IllegalArgumentException(formula.text() + " is a formula of " + formula.variable()
                    + "; shared draws need one of " + VARIABLE);
        }
    }

    /** One of the numbers at which the formula is looked at. */
    public static double probe(int number) {
        return (number + 0.5) / PROBES;
    }

    /** The key under which the numbers of a population are drawn, each by the index of its neuron. */
    public static long key(long seed, int population) {
        return Keys.of(seed, Purpose.SHARED_DRAW, population);
    }

    @Override
    public double quantile(double u) {
        return formula.at(u);
    }

    @Override
    public double smallest() {
        double smallest = Math.min(formula.at(0x1p-33), formula.at(1 - 0x1p-33));
        for (int i = 0; i < PROBES; i++) {
            smallest = Math.min(smallest, formula.at(probe(i)));
        }
        return smallest;
    }

    @Override
    public double largest() {
        double largest = Math.max(formula.at(0x1p-33), formula.at(1 - 0x1p-33));
        for (int i = 0; i < PROBES; i++) {
            largest = Math.max(largest, formula.at(probe(i)));
        }
        return largest;
    }

    @Override
    public double spread() {
        return QuantileSpread.of(this);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of();
    }
}
