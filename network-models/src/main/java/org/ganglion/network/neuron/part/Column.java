package org.ganglion.network.neuron.part;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.ganglion.network.neuron.Columns;

/**
 * A coefficient of a slice of neurons: one value for all of them, or one for each.
 *
 * <p>Both are read as {@code values[neuron & mask]}, so that a loop over neurons need not know which it has. A vector
 * loop reads a whole vector from {@code values} at {@code neuron & mask}.
 */
public final class Column {
    /** Neurons whose state shares a word of bits; a vector never has more lanes. */
    public static final int WORD = 64;

    /**
     * {@code [neuron & mask]}, {@link Columns#paddedSize} long or, when constant, {@link #WORD} times the same; never
     * shorter than a word, so that a vector can be read even of no neurons.
     */
    final float[] values;

    /** 0 when constant, -1 (all bits) when each neuron has its own. */
    public final int mask;

    private Column(float[] values, int mask) {
        this.values = values;
        this.mask = mask;
    }

    /** A coefficient computed per neuron, constant unless one of the parameters it depends on is drawn. */
    public static Column of(Columns columns, IntToDoubleFunction value, String... parameters) {
        boolean differs = Arrays.stream(parameters).anyMatch(columns::drawn);
        return differs ? perNeuron(columns, value) : constant(value.applyAsDouble(0));
    }

    static Column constant(double value) {
        float[] values = new float[WORD];
        Arrays.fill(values, (float) value);
        return new Column(values, 0);
    }

    static Column perNeuron(Columns columns, IntToDoubleFunction value) {
        float[] values = new float[Math.max(WORD, columns.paddedSize())];
        for (int neuron = 0; neuron < columns.paddedSize(); neuron++) {
            values[neuron] = (float) value.applyAsDouble(neuron);
        }
        return new Column(values, -1);
    }

    /** The value for one neuron. */
    public float at(int neuron) {
        return values[neuron & mask];
    }
}
