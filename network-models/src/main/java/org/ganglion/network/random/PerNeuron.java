package org.ganglion.network.random;

import java.util.Arrays;
import java.util.Map;
import org.ganglion.network.spec.Description;

/**
 * A value for each neuron of a population, given one by one as a circuit's files have them. Nothing is drawn; as a
 * distribution it is that of the values.
 */
public final class PerNeuron implements Distribution {
    private static final Description DESCRIPTION =
            Description.of("per_neuron", "A value of its own for each neuron, from the files of a circuit.");

    private final double[] values; // [neuron]
    private final double[] sorted;

    private PerNeuron(double[] values) {
        this.values = values;
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** Values by neuron, at least one; a constant where all are the same. */
    public static Distribution of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there are no values; a population has at least one neuron");
        }
        for (double value : values) {
            if (Double.compare(value, values[0]) != 0) {
                return new PerNeuron(values.clone());
            }
        }
        return new Constant(values[0]);
    }

    /** Value of a neuron, by its index in the population. */
    public double value(int neuron) {
        return values[neuron];
    }

    /** Number of neurons. */
    public int size() {
        return values.length;
    }

    @Override
    public double quantile(double u) {
        return sorted[Math.clamp((long) (u * sorted.length), 0, sorted.length - 1)];
    }

    @Override
    public double smallest() {
        return sorted[0];
    }

    @Override
    public double largest() {
        return sorted[sorted.length - 1];
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of();
    }

    @Override
    public double spread() {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / values.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PerNeuron same && Arrays.equals(same.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "PerNeuron[" + values.length + " values from " + smallest() + " to " + largest() + "]";
    }
}
